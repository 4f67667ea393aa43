/** A file line by line, without its empty ones, and how much of it is read then: such a file may be hundreds of MB. */
export async function* readLines(file: Blob): AsyncGenerator<{ line: string; share: number }> {
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  let begun = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    bytes += value?.length ?? 0;
    const lines = (begun + decoder.decode(value, { stream: !done })).split("\n");
    begun = done ? "" : (lines.pop() ?? "");
    for (const line of lines) {
      if (line.trim() !== "") yield { line, share: file.size === 0 ? 1 : bytes / file.size };
    }
    if (done) return;
  }
}

/** Bytes of one file: the largest that cameras of today write as JPEG, twice over. */
export const largestFile = 100 * 1024 * 1024;

/** Pixels of one picture. To cover it, it lies in memory whole, twice, at 4 bytes a pixel. */
export const largestPicture = 110_000_000;

/** Pictures of one folder, with what lies in its folders. */
export const mostPictures = 10_000;

/** How deep below the chosen folder pictures are looked for: cameras make DCIM/100CANON. */
export const deepestFolder = 4;

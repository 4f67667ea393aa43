import { eventPhotoText } from "../../../../captures/event-photo-opt-out/text.ts";
import { idCopyText } from "../../../../captures/id-copy/text.ts";
import { marketingConsentText } from "../../../../captures/marketing-consent/text.ts";
import { rightsRequestText } from "../../../../captures/rights-request/text.ts";
import type { Language } from "../../../../contract/ids.ts";
import { recordWords } from "./record-words.ts";

export type ValueWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What each closed list says, by the field it is of: in the words that the counter's forms have for it. */
export function listValueWords(language: Language): ValueWords {
  const own = recordWords[language];
  const consent = marketingConsentText[language];
  const event = eventPhotoText[language];
  const refund = idCopyText[language];
  const request = rightsRequestText[language];
  const { asker, identity, letter } = request;
  const said = { person: event.optOut.person, guardian: event.optOut.guardian };
  const { adult, "over-10-under-20": young, "up-to-10": child } = consent.person;
  return {
    act: own.act,
    standing: { customer: consent.person.customer, member: consent.person.member },
    ageBand: { adult, "over-10-under-20": young, "up-to-10": child },
    relation: {
      ...event.relation,
      "other-guardian": asker["other-guardian"],
      ...own.relation,
      other: asker.other,
    },
    collectionPoint: consent.place,
    purpose: own.purpose,
    answer: { yes: consent.purposes.yes, no: consent.purposes.no },
    basis: {
      consent: consent.purposes.consentBasis,
      "member-benefit": consent.purposes.benefitBasis,
    },
    how: {
      signature: consent.means.signature,
      spoken: consent.means.spoken,
      cash: refund.sale.cash,
      transfer: refund.sale.transfer,
      "card-reversal": refund.sale["card-reversal"],
      seen: refund.evidence.seen,
      copied: refund.evidence.copied,
      document: identity.document,
      later: identity.later,
      letter: letter.letter,
      "in-person": letter["in-person"],
      ...own.how,
    },
    scope: { all: consent.withdrawal.all, ...event.shownAt },
    right: {
      withdrawal: consent.acts.withdrawal,
      ...nameRights(language),
    },
    reason: request.reasons,
    is: { person: refund.who.person, company: refund.who.company },
    document: { "thai-id": identity["thai-id"], ...refund.document },
    field: own.coveredField,
    state: own.state,
    wish: event.wish,
    framing: event.framing,
    garment: event.garment,
    colour: event.colour,
    saidBy: said,
    agreedBy: said,
    shownAt: event.shownAt,
    who: {
      self: asker.self,
      agent: asker.agent,
      guardian: asker.guardian,
      "of-the-dead": asker["of-the-dead"],
    },
    powerOfAttorney: { seen: asker.seen, "to-follow": asker["to-follow"] },
    data: request.data,
    by: request.answerWays,
    language: { th: request.frame.thai, en: request.frame.english },
    authority: { police: letter.police, court: letter.court, other: letter.otherAuthority },
  };
}

function nameRights(language: Language): Readonly<Record<string, string>> {
  const entries = Object.entries(rightsRequestText[language].rights);
  return Object.fromEntries(entries.map(([right, { name }]) => [right, name]));
}

import type { CardWords } from './card.ts'

/** The few words between the parts when a card is read to somebody; texts of the language (cards:aloud). */
export interface AloudJoints {
  readonly say: string
  readonly toChild: string
  readonly toParent: string
  readonly notSo: string
  readonly butSo: string
  readonly decide: string
}

/** All a card says, as one spoken text of less than a minute: what is written is what is heard. */
export function readAloud(words: CardWords, joints: AloudJoints): string {
  const { title, steps, say, question, pair, decide } = words
  const parts = [
    title,
    ...steps,
    ...(question ? [joints.toChild + question.toChild, joints.toParent + question.toParent] : []),
    ...(pair ? [joints.notSo + pair.notSo, joints.butSo + pair.butSo] : []),
    joints.say + say,
    ...(decide ? [joints.decide + decide] : []),
  ]
  return parts.map(endSentence).join('').trimEnd()
}

function endSentence(part: string): string {
  if (/\p{Script=Han}/u.test(part)) return /[。！？…”]$/u.test(part) ? part : `${part}。`
  return /[.!?…”]$/u.test(part) ? `${part} ` : `${part}. `
}

import type { CardWords } from './card.ts'

/** What is read aloud of a card, a line each: what `markWords` marks, and what a worker has before them while recording. */
export function cardWords({ title, steps, say, question, pair, decide }: CardWords): string {
  return [
    title,
    ...steps,
    ...(question === undefined ? [] : [question.toChild, question.toParent]),
    ...(pair === undefined ? [] : [pair.notSo, pair.butSo]),
    say,
    ...(decide === undefined ? [] : [decide]),
  ].join('\n')
}

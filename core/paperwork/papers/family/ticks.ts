import type { Translate } from '../../../evaluation/write-numbers.ts'

const ticked = '■'
const open = '□'
/** No box is left at the end of a line. */
const gap = '\u00a0'

/** Every choice with a box before it, those that are on record filled: the rest is ticked by hand. */
export function tick<Choice extends string>(
  choices: readonly Choice[],
  chosen: readonly Choice[],
  say: (choice: Choice) => string,
  /** In a narrow column each on a line of its own. */
  between = '　',
): string {
  return choices
    .map((choice) => `${chosen.includes(choice) ? ticked : open}${gap}${say(choice)}`)
    .join(between)
}

/** Both boxes stay open where nobody has said it. */
export function tickYesNo(answer: boolean | null, translate: Translate): string {
  const chosen = answer === null ? [] : [answer ? ('yes' as const) : ('no' as const)]
  return tick(['yes', 'no'], chosen, (choice) => translate(`paperwork:family.${choice}`))
}

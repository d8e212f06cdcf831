import { daysBetween } from '../../kit/dates.ts'
import type { Goal } from './goal.ts'
import { levelNames } from './level-names.ts'
import { readPlainNumbers } from './plain-numbers.ts'

export const smartHintIds = [
  'twoInOne',
  'onlyStops',
  'vague',
  'nobody',
  'noMeasure',
  'noNumber',
  'noBaseline',
  'baselineByHand',
  'noDay',
  'dayBeforeSet',
  'noReview',
  'noLevels',
  'notAgreed',
] as const
/** What a goal does not say yet. Each has its words with a remedy under `goals:smart`. */
export type SmartHintId = (typeof smartHintIds)[number]

export type SmartGoal = Pick<
  Goal,
  | 'text'
  | 'whoDoes'
  | 'measure'
  | 'source'
  | 'baseline'
  | 'baselineFrom'
  | 'setOn'
  | 'dueOn'
  | 'reviewOn'
  | 'agreedBy'
  | 'muchLess'
  | 'less'
  | 'expected'
  | 'more'
  | 'muchMore'
>

const joined =
  /[;；]|并且|同时|以及|还要|[，,]\s*(?:也|还|并)|, and |\band also\b|\bas well as\b|\band (?:he|she|they|the|to|stops?|begins?|calls?|talks?|shares?|helps?)\b/i
const stops = /^(?:不|别|停止|减少|少)|不再|不要|\b(?:stops?|no longer|not to|don['’]t|less)\b/i
const vagueWords =
  /改善|提高|提升|加强|增进|促进|更好|更多|多沟通|搞好|融洽|积极|\b(?:improve|better|more|increase|strengthen|enhance|positive)\b/i

/**
 * GOA-2: what makes a goal hard to work on or to look back at: two things in one, only what shall end, words without anything to
 * count, nobody who does it, no day, no beginning. Nothing is forbidden.
 */
export function checkSmart(goal: SmartGoal): readonly SmartHintId[] {
  const counted = [goal.text, goal.measure, goal.expected].some(hasNumber)
  const written = levelNames.some((name) => goal[name].trim() !== '')
  const countable = goal.source === 'questionnaire' || goal.source === 'contactLog'
  const found: Readonly<Record<SmartHintId, boolean>> = {
    twoInOne: joined.test(goal.text),
    onlyStops: stops.test(goal.text.trim()),
    vague: vagueWords.test(goal.text) && !counted,
    nobody: goal.whoDoes.trim() === '',
    noMeasure: goal.measure.trim() === '' && goal.source === null,
    noNumber: !counted,
    noBaseline: goal.baseline.trim() === '',
    baselineByHand: countable && goal.baseline.trim() !== '' && goal.baselineFrom === null,
    noDay: goal.dueOn === null,
    dayBeforeSet: goal.dueOn !== null && goal.dueOn <= goal.setOn,
    noReview: goal.reviewOn.length === 0 && isLong(goal),
    noLevels: !written,
    notAgreed: goal.agreedBy.every((one) => one === 'worker'),
  }
  return smartHintIds.filter((id) => found[id] && !(id === 'noNumber' && found.vague))
}

function hasNumber(words: string): boolean {
  return /\d/.test(readPlainNumbers(words).words)
}

/** Whoever looks again only after six weeks learns too late that a goal was set wrongly. */
const weeksWithoutReview = 6

function isLong({ setOn, dueOn }: Pick<SmartGoal, 'setOn' | 'dueOn'>): boolean {
  return dueOn === null || daysBetween(setOn, dueOn) > weeksWithoutReview * 7
}

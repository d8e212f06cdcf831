import type { Day } from '../kit/dates.ts'
import type { PictureId } from '../kit/pictures.ts'
import { channelPictures, starterPictures, topicPictures } from './contact-pictures.ts'
import { wheelTopics } from './cards/wheel-topics.ts'
import {
  caregiverParts,
  type ContactPlan,
  type ContactWindow,
  pledgeRules,
  redLights,
} from './contact-plan-shape.ts'

type PlanKey = `${'contact' | 'cards' | 'families'}:${string}`

/** How the words of a language are found, and how it writes days and lists. */
export interface PlanWording {
  readonly text: (key: PlanKey, values?: Readonly<Record<string, string | number>>) => string
  readonly day: (day: Day) => string
  readonly list: (items: readonly string[]) => string
}

export const planParts = [
  'windows',
  'channel',
  'starter',
  'topics',
  'redLight',
  'pledgeRule',
  'reunion',
  'caregiverPart',
  'ownWords',
] as const
export type PlanPart = (typeof planParts)[number]

/** What stands beside a heading where the answer has no drawing of its own. */
const planPictures = {
  windows: 'two-clocks',
  channel: 'phone-call',
  starter: 'call-child',
  topics: 'topic-wheel',
  redLight: 'traffic-light',
  pledgeRule: 'pinky-promise',
  reunion: 'suitcase',
  caregiverPart: 'bridge',
  ownWords: 'heart-mended',
} as const satisfies Readonly<Record<PlanPart, PictureId>>

export interface PlanLine {
  readonly part: PlanPart
  /** What was agreed, for whoever reads little: the way, who begins, by day or in the evening, what about. */
  readonly pictures: readonly PictureId[]
  readonly words: readonly string[]
}

export function sayWindow(
  { weekday, at, minutes, week }: ContactWindow,
  { text }: Pick<PlanWording, 'text'>,
): string {
  const day = text(`contact:weekday.${weekday}`)
  const line = text('contact:plan.window', { day, at, count: minutes })
  return week === 'every' ? line : text(`contact:plan.in.${week}`, { line })
}

export function orderedWindows({
  windows,
}: Pick<ContactPlan, 'windows'>): readonly ContactWindow[] {
  return Object.values(windows).toSorted(
    (left, right) => left.weekday - right.weekday || left.at.localeCompare(right.at),
  )
}

/**
 * The plan in words and pictures, for the screen, the telephone and the wall; parts about which nothing is said are left out.
 *
 * @param shown `ownSign`: with the words that only the two of them know (暗语); a wall is read by visitors too
 */
export function listPlanLines(
  plan: ContactPlan,
  names: { readonly child: string; readonly adult: string },
  wording: PlanWording,
  shown: { readonly ownSign: boolean },
): readonly PlanLine[] {
  const { text } = wording
  const { safeSentence, ownWords } = plan
  const topics = inOrder(wheelTopics, plan.topics)
  const words: Readonly<Record<PlanPart, readonly string[]>> = {
    windows: orderedWindows(plan).map((window) => sayWindow(window, wording)),
    channel: describeWays(plan, wording),
    starter: [
      plan.starter === 'inTurns'
        ? text('contact:plan.inTurns', names)
        : text('contact:plan.starts', { name: names[plan.starter] }),
    ],
    topics:
      topics.length === 0 ? [] : [wording.list(topics.map((one) => text(`cards:topic.${one}`)))],
    redLight: [
      ...(safeSentence === '' || !shown.ownSign
        ? []
        : [text('contact:plan.safe', { words: safeSentence })]),
      ...inOrder(redLights, plan.redLight).map((one) => text(`contact:redLight.${one}`)),
    ],
    pledgeRule: inOrder(pledgeRules, plan.pledgeRule).map((one) =>
      text(`contact:pledgeRule.${one}`),
    ),
    reunion: describeReunion(plan, wording),
    caregiverPart: inOrder(caregiverParts, plan.caregiverPart).map((one) =>
      text(`contact:caregiverPart.${one}`),
    ),
    ownWords: ownWords === '' ? [] : [ownWords],
  }
  return planParts
    .map((part) => ({ part, pictures: drawPart(plan, part), words: words[part] }))
    .filter((line) => line.words.length > 0)
}

const evening = '18:00'

function drawPart(plan: ContactPlan, part: PlanPart): readonly PictureId[] {
  switch (part) {
    case 'windows': {
      const hours = orderedWindows(plan).map(({ at }) => (at < evening ? 'sun' : 'moon'))
      return [planPictures.windows, ...new Set<PictureId>(hours)]
    }
    case 'channel': {
      const ways = [plan.channel, ...(plan.otherChannel === null ? [] : [plan.otherChannel])]
      return ways.map((way) => channelPictures[way])
    }
    case 'starter':
      return [starterPictures[plan.starter]]
    case 'topics':
      return [
        planPictures.topics,
        ...inOrder(wheelTopics, plan.topics).map((topic) => topicPictures[topic]),
      ]
    default:
      return [planPictures[part]]
  }
}

/** As they stand in the form: a set keeps no order of its own. */
function inOrder<Value>(all: readonly Value[], chosen: readonly Value[]): readonly Value[] {
  return all.filter((one) => chosen.includes(one))
}

function describeWays({ channel, otherChannel }: ContactPlan, { text }: PlanWording): string[] {
  const first = text(`contact:channel.${channel}`)
  if (otherChannel === null) return [first]
  return [first, text('contact:plan.otherwise', { way: text(`contact:channel.${otherChannel}`) })]
}

function describeReunion(
  { reunion, reunionOn, reunionWords }: ContactPlan,
  { text, day }: PlanWording,
): string[] {
  return [
    ...(reunion === null ? [] : [text(`families:availability.time.${reunion}`)]),
    ...(reunionOn === null ? [] : [day(reunionOn)]),
    ...(reunionWords === '' ? [] : [reunionWords]),
  ]
}

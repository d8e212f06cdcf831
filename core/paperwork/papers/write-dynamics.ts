import { type Translate, writeShare } from '../../evaluation/write-numbers.ts'
import type { MeetingRecordEntry } from '../../groupwork/meeting-record.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import { listMarkable } from '../../groupwork/members/list-markable.ts'
import { readSociogram, type Tie } from '../../groupwork/members/read-sociogram.ts'
import {
  type Agreement,
  agreeOnFidelity,
  agreeOnPairs,
} from '../../groupwork/ratings/measure-agreement.ts'
import { pairBehaviours, type PairRatingEntry } from '../../groupwork/ratings/pair-rating.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { PlanStrand } from '../../groupwork/strand.ts'
import type { GroupPaperInput } from './group-paper-input.ts'

/** What was written of the group's dynamics, and under it what was noted: who turned to whom, pairs, what observers saw. */
export function writeDynamics(
  input: GroupPaperInput,
  meeting: MeetingEntry,
  strand: PlanStrand,
  record: MeetingRecordEntry | null,
): string {
  return [
    record?.dynamics ?? '',
    ...writeTies(input, meeting, strand),
    ...(strand === 'joint' ? writePairs(input, meeting) : []),
    ...writeObserved(input, meeting, strand, record),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** GRP-49, in the words of the screen. Nothing noted: nothing said. */
function writeTies(
  { seats, attendance, marks, wording }: GroupPaperInput,
  meeting: MeetingEntry,
  strand: PlanStrand,
): readonly string[] {
  const { translate } = wording
  const here = listMarkable(meeting, seats, attendance).filter(
    (seat) => strand === 'joint' || seat.strand === strand,
  )
  const { members, mutualPairs, ties, alone, notNoted } = readSociogram(
    here,
    marks.filter(({ meetingId }) => meetingId === meeting.id),
  )
  if (ties.length + alone.length === 0) return []
  const gap = translate('paperwork:summary.nameGap')
  const say = (key: string, values: Parameters<Translate>[1]): string =>
    translate(`groupwork:sociogram.${key}`, values)
  const namesOf = (some: readonly SeatEntry[]): string =>
    some.map(({ displayName }) => displayName).join(gap)
  const pairs = mutualPairs.map(([one, other]) =>
    say('two', { one: one.displayName, other: other.displayName }),
  )
  const count = (kind: Tie['kind']): number => ties.filter((tie) => tie.kind === kind).length
  const [avoids, clash] = [count('avoids'), count('clash')]
  const most = Math.max(0, ...members.map(({ turnedToBy }) => turnedToBy))
  const sought = members.filter(({ turnedToBy }) => turnedToBy === most).map(({ seat }) => seat)
  return [
    say('mutualCount', { count: pairs.length, pairs: pairs.join(gap) }),
    avoids + clash > 0 ? say('strained', { avoids, clash }) : '',
    most > 1 ? say('mostSought', { names: namesOf(sought), count: most }) : '',
    alone.length > 0 ? say('aloneNames', { names: namesOf(alone) }) : '',
    ties.length > 0 && notNoted.length > 0 ? say('notNoted', { names: namesOf(notNoted) }) : '',
  ]
}

/** GRP-44: a line for every pair and rater; what was not seen is not there. */
function writePairs(
  { pairRatings, seats, staff, wording }: GroupPaperInput,
  meeting: MeetingEntry,
): readonly string[] {
  const { translate } = wording
  const own = pairRatings.filter(({ meetingId }) => meetingId === meeting.id)
  const nameOf = (id: string): string => seats.find((one) => one.id === id)?.displayName ?? ''
  const lines = own.map((rating) => {
    const [child, adult] = [nameOf(rating.childSeatId), nameOf(rating.adultSeatId)]
    const pair = translate('groupwork:pairs.names', { child, adult })
    const rater = staff.find(({ id }) => id === rating.raterId)?.name ?? ''
    const label =
      rater === '' ? pair : translate('paperwork:paper.withNote', { name: pair, note: rater })
    const text = writeLevels(rating, { child, adult }, translate)
    return text === '' ? '' : translate('paperwork:paper.labelled', { label, text })
  })
  return [...lines.toSorted(), ...writeAgreement('pairs', agreeOnPairs(own), translate)]
}

function writeLevels(
  { levels, childFace, adultFace }: PairRatingEntry,
  { child, adult }: { readonly child: string; readonly adult: string },
  translate: Translate,
): string {
  const faces = [
    { name: child, face: childFace },
    { name: adult, face: adultFace },
  ]
  return [
    ...pairBehaviours.flatMap((behaviour) => {
      const level = levels[behaviour] ?? null
      return level === null
        ? []
        : [`${translate(`groupwork:pairBehaviour.${behaviour}`)} ${level}/4`]
    }),
    ...faces.flatMap(({ name, face }) =>
      face === null ? [] : [`${translate('groupwork:pairs.after', { name })} ${face}/4`],
    ),
  ].join(translate('paperwork:summary.partGap'))
}

/** GRP-45: how far whoever led and whoever watched agree on this record. */
function writeObserved(
  { observerTicks, wording }: GroupPaperInput,
  meeting: MeetingEntry,
  strand: PlanStrand,
  record: MeetingRecordEntry | null,
): readonly string[] {
  const ticks = observerTicks.filter((one) => one.meetingId === meeting.id && one.strand === strand)
  const agreement = agreeOnFidelity(record === null ? [] : [record], ticks)
  return writeAgreement('observer', agreement, wording.translate)
}

/** The count alone: one meeting has too few judgements for a kappa. */
function writeAgreement(
  of: 'observer' | 'pairs',
  agreement: Agreement | null,
  translate: Translate,
): readonly string[] {
  if (agreement === null) return []
  const { both, same } = agreement
  return [
    translate('paperwork:paper.labelled', {
      label: translate(`groupwork:${of}.title`),
      text: translate('groupwork:agreement.share', {
        count: both,
        same,
        percent: writeShare(same / both),
      }),
    }),
  ]
}

import { listGoalPoints } from '../../assessment/goals/goal-line.ts'
import type { CaseFileEntry } from '../../casework/case-shape.ts'
import { stageOfCase } from '../../casework/stage-of-case.ts'
import type { Consent } from '../../families/consent.ts'
import type { EpisodeEntry } from '../../inquiry/observation/episode.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { Wave } from '../../inquiry/wave.ts'
import {
  contactDirections,
  contactMeasures,
  listContactSeries,
  logOfPair,
} from '../../contact/contact-series.ts'
import { listContactWeeks } from '../../contact/list-contact-weeks.ts'
import type { NoContact } from '../../contact/no-contact.ts'
import type { Person } from '../../families/person.ts'
import { addDays, type Day, daysBetween } from '../../kit/dates.ts'
import { sheetsWithConsent } from '../consented-sheets.ts'
import type { Known } from '../evaluation-records.ts'
import { type FamilyRecords, listFamilySeries, nameSeries } from '../findings/family-records.ts'
import type { CaseBoundary, CasePoint, CaseSeries } from '../findings/single-case.ts'
import type { Wording } from '../write-numbers.ts'
import type { CaseRecords } from './time-line.ts'

export interface StudyRecords extends CaseRecords {
  readonly today: Day
  readonly family: FamilyRecords['family']
  readonly people: readonly Known<Pick<Person, 'familyId' | 'name' | 'role'>>[]
  readonly instruments: readonly Known<Instrument>[]
  readonly waves: readonly Known<Wave>[]
  readonly episodes: readonly EpisodeEntry[]
  readonly consents: readonly Known<Consent>[]
  readonly noContacts: readonly NoContact[]
}

/** A series of the case's pair or person, with the name under which a person chooses it. */
export interface NamedSeries extends CaseSeries {
  readonly name: string
  readonly of: 'contacts' | 'scale' | 'goal' | 'episodes'
  readonly points: readonly (CasePoint & { readonly sheetId?: string })[]
}

/** Fewer points than these make no line. */
const fewestPoints = 2

/**
 * EVA-24 without leaving the case: everything that was measured again and again of the pair or person: the contact log by weeks,
 * scores of questionnaires, levels of goals, episodes observed per week. What was measured once is left out.
 */
export function listCaseSeries(
  its: CaseFileEntry,
  records: StudyRecords,
  wording: Wording,
): readonly NamedSeries[] {
  const inCase = records.pairs.filter(
    ({ id, familyId, childId, adultId }) =>
      familyId === its.familyId &&
      (its.pairId === null ? [childId, adultId].includes(its.personId ?? '') : id === its.pairId),
  )
  const scope: Scope = { its, records, wording, pairs: inCase }
  return [
    ...logSeries(scope),
    ...scaleSeries(scope),
    ...goalSeries(scope),
    ...episodeSeries(scope),
  ].filter(({ points }) => points.length >= fewestPoints)
}

interface Scope {
  readonly its: CaseFileEntry
  readonly records: StudyRecords
  readonly wording: Wording
  readonly pairs: StudyRecords['pairs']
}

function logSeries({ records, wording: { translate }, pairs }: Scope): readonly NamedSeries[] {
  const nameOf = (id: string) => records.people.find((one) => one.id === id)?.name ?? ''
  return pairs.flatMap((pair) => {
    const { contactEntries: contacts, noContacts, contactMatches } = records
    const log = logOfPair(pair.id, { contacts, noContacts, contactMatches })
    const weeks = listContactWeeks(log, records.today)
    const between = { child: nameOf(pair.childId), adult: nameOf(pair.adultId) }
    return contactMeasures.map((measure): NamedSeries => {
      const axis = translate(`evaluation:case.${measure}`)
      const code = { code: records.family.code }
      const relation = translate(`evaluation:relation.${pair.relation}`)
      return {
        of: 'contacts',
        id: `contacts ${pair.id} ${measure}`,
        name: translate('casework:study.of.contacts', {
          what: axis,
          name: translate('casework:study.ofPair', between),
        }),
        title: translate('evaluation:case.ofPair', { what: axis, ...code, relation }),
        axis,
        unit: 'week',
        direction: contactDirections[measure],
        ...listContactSeries(weeks, measure),
      }
    })
  })
}

function scaleSeries({ its, records, wording, pairs }: Scope): readonly NamedSeries[] {
  const { translate } = wording
  const pairIds = new Set(pairs.map(({ id }) => id))
  const people = new Set(
    its.pairId === null
      ? [its.personId ?? '']
      : pairs.flatMap(({ childId, adultId }) => [childId, adultId]),
  )
  const sheets = records.sheets.filter(({ pairId, childId, respondentId }) =>
    pairId === null ? people.has(childId) || people.has(respondentId) : pairIds.has(pairId),
  )
  const family: FamilyRecords = {
    ...{ family: records.family, people: records.people, pairs: records.pairs },
    ...{ instruments: records.instruments, waves: records.waves, seats: records.seats },
    sheets: sheetsWithConsent(sheets, records.consents, records.today),
    contacts: records.contactEntries,
    noContacts: records.noContacts,
    contactMatches: records.contactMatches,
  }
  return listFamilySeries(family).map((series): NamedSeries => {
    const title = nameSeries(series, records, wording)
    const { direction } = series.scale
    return {
      of: 'scale',
      id: series.id,
      name: translate('casework:study.of.scale', { what: title }),
      title,
      axis: translate('evaluation:chart.score', {
        direction: translate(`evaluation:direction.${direction}`),
      }),
      unit: 'measurement',
      direction: direction === 'lowerIsBetter' ? 'decrease' : 'increase',
      points: series.points,
    }
  })
}

function goalSeries({
  its,
  records,
  wording: { translate },
  pairs,
}: Scope): readonly NamedSeries[] {
  const pairIds = new Set(pairs.map(({ id }) => id))
  return records.goals
    .filter(({ familyId, pairId }) => familyId === its.familyId && pairIds.has(pairId ?? ''))
    .map((goal): NamedSeries => {
      // One person's eye: what child and adult say of themselves is another line.
      const ratings = records.ratings.filter(
        ({ goalId, ratedBy }) => goalId === goal.id && ratedBy === 'staff',
      )
      const reviews = records.reviews.filter(({ goalId }) => goalId === goal.id)
      const points = listGoalPoints(goal, ratings, reviews)
      return {
        of: 'goal',
        id: `goal ${goal.id}`,
        name: translate('casework:study.of.goal', { what: goal.text }),
        title: goal.text,
        axis: translate('casework:study.level'),
        unit: 'measurement',
        direction: 'increase',
        points: points.flatMap(({ on, level }) => (level === null ? [] : [{ on, value: level }])),
      }
    })
}

/** Episodes noted of the child, per week from the first on; a week in which nobody observed says nothing and is left out. */
function episodeSeries({ its, records, wording, pairs }: Scope): readonly NamedSeries[] {
  const { translate } = wording
  const children = new Set(
    its.pairId === null ? [its.personId ?? ''] : pairs.map(({ childId }) => childId),
  )
  const own = records.episodes.filter(({ childId }) => children.has(childId ?? ''))
  return (['bright', 'dark'] as const).map((sense): NamedSeries => {
    const axis = translate(`casework:study.episodes.${sense}`)
    return {
      of: 'episodes',
      id: `episodes ${sense}`,
      name: translate('casework:study.of.episodes', { what: axis }),
      title: axis,
      axis,
      unit: 'week',
      direction: sense === 'bright' ? 'increase' : 'decrease',
      points: countEpisodes(own, sense),
    }
  })
}

function countEpisodes(
  own: readonly EpisodeEntry[],
  sense: EpisodeEntry['sense'],
): readonly CasePoint[] {
  const first = own.map(({ onDay }) => onDay).toSorted()[0]
  if (first === undefined) return []
  const weeks = new Map<number, number>()
  for (const { onDay, sense: its } of own) {
    const week = Math.floor(daysBetween(first, onDay) / 7)
    weeks.set(week, (weeks.get(week) ?? 0) + (its === sense ? 1 : 0))
  }
  return [...weeks]
    .sort(([left], [right]) => left - right)
    .map(([week, value]) => ({ on: addDays(first, week * 7), value }))
}

export interface CasePhases {
  readonly interventionFrom: Day | null
  readonly afterFrom: Day | null
}

/**
 * The days at which the phases of a case part: as a person set them in the case, or the case's own: work begins when the plan is
 * agreed, or else when the case is taken, and ends when its closing is approved.
 */
export function phasesOfCase(its: CaseFileEntry, records: CaseRecords): CasePhases {
  const { doneOn } = stageOfCase(its, records)
  return {
    interventionFrom: its.interventionFrom ?? doneOn.plan ?? doneOn.intake,
    afterFrom: its.afterFrom ?? its.closedOn,
  }
}

export function boundariesOf({ interventionFrom, afterFrom }: CasePhases): readonly CaseBoundary[] {
  if (interventionFrom === null) return []
  return [
    { on: interventionFrom, next: 'inCase' },
    ...(afterFrom === null || afterFrom <= interventionFrom
      ? []
      : [{ on: afterFrom, next: 'afterCase' as const }]),
  ]
}

import type { Agency } from '../../access/agency.ts'
import type { Translate, Wording } from '../../evaluation/write-numbers.ts'
import { dayFor, type MeetingEntry } from '../../groupwork/meeting.ts'
import { type PlanStrand, sortStrands, type Strand } from '../../groupwork/strand.ts'
import { describeGroup } from '../describe-group.ts'
import type { FieldValue, FieldValues } from '../field-values.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import type { PaperTexts } from './paper-forms.ts'

export interface PaperOfAgency {
  readonly agency: Pick<Agency, 'name' | 'county' | 'sample'>
  readonly madeOn: string
  readonly madeBy: string
  readonly wording: Wording
}

export function fillAgencyHead({ agency, madeOn, madeBy, wording }: PaperOfAgency): FieldValues {
  return {
    agencyName: agency.name,
    agencyCounty: agency.county,
    isSample: agency.sample,
    sampleNotice: agency.sample ? wording.translate('paperwork:summary.sampleNotice') : '',
    madeOn,
    madeBy,
    secrecy: wording.translate('paperwork:paper.secrecy'),
  }
}

export function fillGroupHead(input: GroupPaperInput): FieldValues {
  return { ...describeGroup(input), ...fillAgencyHead(input) }
}

/** Of a paper about one strand day and hour are its own; otherwise all of them, each hour with whose it is where they differ. */
export function fillMeetingHead(
  { wording }: Pick<GroupPaperInput, 'wording'>,
  meeting: MeetingEntry,
  about: PlanStrand | null = null,
): FieldValues {
  const { translate } = wording
  const own = meeting.strands.filter((strand) => strand === about)
  const strands = own.length > 0 ? own : sortStrands(meeting.strands)
  const days = new Set(strands.map((strand) => dayFor(meeting, strand)))
  return {
    no: String(meeting.no),
    theme: meeting.theme,
    date: [...days].sort().join(' / '),
    time: writeTimes(meeting, strands, translate),
    meetingForm: translate(`groupwork:form.${meeting.form}`),
    stage: translate(`groupwork:stage.${meeting.stage}`),
    meetingPlace: meeting.place,
    state: translate(`groupwork:meetingState.${meeting.state}`),
    minutes: meeting.minutes === null ? '' : String(meeting.minutes),
  }
}

function writeTimes(
  meeting: MeetingEntry,
  strands: readonly Strand[],
  translate: Translate,
): string {
  const times = strands.map((strand) => ({
    strand,
    at: meeting.strandTimes[strand]?.at || meeting.plannedAt,
  }))
  const hours = new Set(times.map(({ at }) => at))
  if (hours.size === 1) return times[0]?.at ?? ''
  return times
    .filter(({ at }) => at !== '')
    .map(({ strand, at }) => `${translate(`groupwork:strand.${strand}`)} ${at}`)
    .join('\n')
}

/** What nobody has typed stays an empty space to write in. */
export function fillHeads(heads: readonly string[], texts: PaperTexts): FieldValues {
  return Object.fromEntries(
    heads.map((head): readonly [string, FieldValue] => [head, (texts[head] ?? '').trim()]),
  )
}

/** Rows to be written by hand under those that are known. */
export function blankRows(ids: readonly string[], count: number): readonly FieldValues[] {
  return Array.from({ length: count }, () => Object.fromEntries(ids.map((id) => [id, ''])))
}

import type { Agency } from '../../access/agency.ts'
import type { Wording } from '../../evaluation/write-numbers.ts'
import { dayFor, type MeetingEntry } from '../../groupwork/meeting.ts'
import { describeGroup } from '../describe-group.ts'
import type { FieldValue, FieldValues } from '../field-values.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import type { PaperTexts } from './paper-forms.ts'

interface PaperOfAgency {
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

export function fillMeetingHead({ wording }: GroupPaperInput, meeting: MeetingEntry): FieldValues {
  const { translate } = wording
  const days = new Set(meeting.strands.map((strand) => dayFor(meeting, strand)))
  const times = meeting.strands.map((strand) => meeting.strandTimes[strand]?.at ?? '')
  return {
    no: String(meeting.no),
    theme: meeting.theme,
    date: [...days].sort().join(' / '),
    time: [...new Set([meeting.plannedAt, ...times])].filter((at) => at !== '').join(' / '),
    meetingForm: translate(`groupwork:form.${meeting.form}`),
    stage: translate(`groupwork:stage.${meeting.stage}`),
    meetingPlace: meeting.place,
    state: translate(`groupwork:meetingState.${meeting.state}`),
    minutes: meeting.minutes === null ? '' : String(meeting.minutes),
  }
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

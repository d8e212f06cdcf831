import { hideNames, listHiddenNames } from '../families/hide-names.ts'
import { writtenHeads } from './evaluation-summary.ts'
import type { SummaryInput } from './summary-input.ts'

/** What the summary quotes, and whose names must not stand in it. */
export interface QuotedTexts extends Pick<SummaryInput, 'texts'> {
  readonly group: Pick<SummaryInput['group'], 'aims'>
  readonly meetingRecords: readonly Pick<
    SummaryInput['meetingRecords'][number],
    'state' | 'goalAttainment'
  >[]
  readonly records: {
    readonly families: readonly { readonly id: string; readonly code: string }[]
    readonly people: readonly { readonly familyId: string; readonly name: string }[]
    readonly seats: readonly { readonly familyId: string; readonly displayName: string }[]
    readonly meetings: readonly { readonly theme: string }[]
  }
}

const options = { petNames: true } as const

/** Recorded names and the names used in the room, each with its family's code. */
function namedIn({ records: { families, people, seats } }: QuotedTexts) {
  const inTheRoom = seats.map(({ familyId, displayName }) => ({ familyId, name: displayName }))
  const codeOf = (id: string): string => families.find((one) => one.id === id)?.code ?? ''
  return { people: [...people, ...inTheRoom], codeOf }
}

/**
 * Everything people wrote that the summary quotes, with recorded names, names used in the room and usual pet names as
 * the family's code (PAP-5). Other nicknames stay: a person reads the paper before it leaves.
 */
export function hideInSummary(input: SummaryInput): SummaryInput {
  const { people, codeOf } = namedIn(input)
  const hide = (text: string): string => hideNames(text, people, codeOf, options)
  const { group, records, meetingRecords, texts } = input
  return {
    ...input,
    group: { ...group, aims: group.aims.map(hide) },
    records: {
      ...records,
      meetings: records.meetings.map((one) => ({ ...one, theme: hide(one.theme) })),
    },
    meetingRecords: meetingRecords.map((one) => ({
      ...one,
      goalAttainment: hide(one.goalAttainment),
    })),
    texts: {
      ...texts,
      ...Object.fromEntries(writtenHeads.map((head) => [head, hide(texts[head])])),
    },
  }
}

/** The words that `hideInSummary` replaces, each once with what will stand in its place. */
export function listHiddenInSummary(
  quoted: QuotedTexts,
): readonly { readonly hidden: string; readonly shown: string }[] {
  const { group, records, meetingRecords, texts } = quoted
  const { people, codeOf } = namedIn(quoted)
  const all = [
    ...group.aims,
    ...records.meetings.map(({ theme }) => theme),
    ...meetingRecords.flatMap((one) => (one.state === 'submitted' ? [one.goalAttainment] : [])),
    ...writtenHeads.map((head) => texts[head]),
  ]
  return listHiddenNames(all.join('\n'), people, codeOf, options)
}

import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { meeting, type MeetingEntry, settleNumbers } from '../../../core/groupwork/meeting.ts'
import { type PlanStrand, sortStrands } from '../../../core/groupwork/strand.ts'
import { currentLanguage, type Language, Section, text } from '../../kit/index.ts'
import { useOnline, useRecords, useToday } from '../../sync/index.ts'
import { LanguageChoice } from './language-choice.tsx'
import { nothing, PaperList } from './paper-list.tsx'
import { FamilyPapers, MemberPapers } from './people-papers.tsx'

/** The working papers of a group: of all of it, and of one meeting. */
export function PapersSection({ groupId }: { readonly groupId: string }) {
  const online = useOnline()
  const [language, setLanguage] = useState<Language>(currentLanguage())
  return (
    <>
      <Section title={text('paperwork:paper.ofGroup')} hint={text('paperwork:paper.hint')}>
        {!online && <output>{text('paperwork:needsNetwork')}</output>}
        <LanguageChoice language={language} onChange={setLanguage} />
        <PaperList about="group" on={{ ...nothing, groupId }} language={language} />
      </Section>
      <MeetingPapers groupId={groupId} language={language} />
      <FamilyPapers groupId={groupId} language={language} />
      <MemberPapers groupId={groupId} language={language} />
    </>
  )
}

interface MeetingPapersProps {
  readonly groupId: string
  readonly language: Language
}

function MeetingPapers({ groupId, language }: MeetingPapersProps) {
  const today = useToday()
  const meetings = settleNumbers(useRecords(meeting, { groupId }))
  const [chosen, setChosen] = useState<string | null>(null)
  const own = meetings.find(({ id }) => id === chosen) ?? nextOf(meetings, today)
  const [wanted, setWanted] = useState<string | null>(null)
  if (own === undefined) return null
  const strands = strandsOf(own)
  const strand = strands.find((one) => one === wanted) ?? strands[0] ?? null
  return (
    <Section title={text('paperwork:paper.ofMeeting')}>
      <NativeSelect
        label={text('paperwork:paper.whichMeeting')}
        value={own.id}
        data={meetings.map(({ id, no, theme }) => ({
          value: id,
          label: text('groupwork:meeting.noTheme', { no, theme }),
        }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <PaperList
        about="meeting"
        on={{ ...nothing, groupId, meetingId: own.id }}
        language={language}
      />
      {strands.length > 1 && (
        <NativeSelect
          label={text('paperwork:paper.whichStrand')}
          value={strand ?? ''}
          data={strands.map((one) => ({ value: one, label: text(`groupwork:strand.${one}`) }))}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      )}
      {strand !== null && (
        <PaperList
          about="strand"
          on={{ ...nothing, groupId, meetingId: own.id, strand }}
          language={language}
        />
      )}
    </Section>
  )
}

/** The meeting that is prepared or written up now: the next to come, otherwise the last. */
function nextOf<Each extends MeetingEntry>(
  meetings: readonly Each[],
  today: string,
): Each | undefined {
  return (
    meetings.find(({ state, plannedOn }) => state === 'planned' && plannedOn >= today) ??
    meetings.at(-1)
  )
}

/** Of whom a process record is written: those with a plan. */
function strandsOf({ plan, strands }: MeetingEntry): readonly PlanStrand[] {
  const planned = sortStrands(
    (['child', 'parent', 'guardian', 'joint'] as const).filter((one) => plan[one] !== undefined),
  )
  return planned.length > 0 ? planned : strands
}

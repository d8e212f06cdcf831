import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { meeting, type MeetingEntry } from '../../../core/groupwork/meeting.ts'
import { type PlanStrand, sortStrands } from '../../../core/groupwork/strand.ts'
import {
  groupPaperForms,
  groupPapers,
  type GroupPaperForm,
  type PaperAbout,
} from '../../../core/paperwork/papers/paper-forms.ts'
import { currentLanguage, type Language, Section, text } from '../../kit/index.ts'
import { useOnline, useRecords, useToday } from '../../sync/index.ts'
import { LanguageChoice } from './language-choice.tsx'
import { PaperRow } from './paper-row.tsx'
import styles from './papers.module.css'
import { takePaper } from './take-paper.ts'
import { TypedHeads, useTypedHeads } from './typed-heads.tsx'

/** The working papers of a group: of all of it, and of one meeting. */
export function PapersSection({ groupId }: { readonly groupId: string }) {
  const online = useOnline()
  const [language, setLanguage] = useState<Language>(currentLanguage())
  return (
    <>
      <Section title={text('paperwork:paper.ofGroup')} hint={text('paperwork:paper.hint')}>
        {!online && <output>{text('paperwork:needsNetwork')}</output>}
        <LanguageChoice language={language} onChange={setLanguage} />
        <PaperList
          about="group"
          on={{ groupId, meetingId: null, strand: null }}
          language={language}
        />
      </Section>
      <MeetingPapers groupId={groupId} language={language} />
    </>
  )
}

interface MeetingPapersProps {
  readonly groupId: string
  readonly language: Language
}

function MeetingPapers({ groupId, language }: MeetingPapersProps) {
  const today = useToday()
  const meetings = useRecords(meeting, { groupId }).toSorted((left, right) => left.no - right.no)
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
        on={{ groupId, meetingId: own.id, strand: null }}
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
        <PaperList about="strand" on={{ groupId, meetingId: own.id, strand }} language={language} />
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

interface PaperListProps {
  readonly about: PaperAbout
  readonly on: {
    readonly groupId: string
    readonly meetingId: string | null
    readonly strand: PlanStrand | null
  }
  readonly language: Language
}

function PaperList({ about, on, language }: PaperListProps) {
  return (
    <ul className={styles.list}>
      {groupPaperForms
        .filter((form) => groupPapers[form].about === about)
        .map((form) => (
          <GroupPaper key={form} form={form} on={on} language={language} />
        ))}
    </ul>
  )
}

interface GroupPaperProps extends Omit<PaperListProps, 'about'> {
  readonly form: GroupPaperForm
}

function GroupPaper({ form, on, language }: GroupPaperProps) {
  const draft = useTypedHeads(`paper:${form}:${on.groupId}`)
  const { heads } = groupPapers[form]
  return (
    <PaperRow
      form={form}
      language={language}
      onTake={(templateId) =>
        takePaper('/api/papers/group', {
          ...on,
          form,
          texts: draft.value ?? {},
          language,
          templateId,
        })
      }
    >
      {heads.length > 0 && <TypedHeads heads={heads} draft={draft} />}
    </PaperRow>
  )
}

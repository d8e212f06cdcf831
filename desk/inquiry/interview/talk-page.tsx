import { Checkbox, Text } from '@mantine/core'
import type { Guide } from '../../../core/inquiry/interview/guide.ts'
import { interview } from '../../../core/inquiry/interview/interview.ts'
import type { JsonObject } from '../../../core/kit/json.ts'
import {
  currentLanguage,
  DoingNote,
  EmptyState,
  Section,
  SegmentedChoice,
  text,
  useDoing,
} from '../../kit/index.ts'
import { KeptText, useAct, useActInTurn, useMay, useToday } from '../../sync/index.ts'
import { GuideAdvice, HarmBox } from './guide-advice.tsx'
import { OfInterview } from './interview-page.tsx'
import styles from './interview.module.css'
import { useGuide } from './use-guides.ts'
import { type InterviewRecord, scopeOfInterview } from './use-interviews.ts'

/** The guide in the hand while talking: tick what was asked, a note under each question, in any order. */
export function TalkPage() {
  return (
    <OfInterview title={text('interview:talk.title')}>{(its) => <ByGuide its={its} />}</OfInterview>
  )
}

function ByGuide({ its }: { readonly its: InterviewRecord }) {
  const known = useGuide(its.guideCode)
  return known === null ? (
    <EmptyState title={text('interview:talk.noGuide')} />
  ) : (
    <Talk its={its} guide={known.guide} />
  )
}

function Talk({ its, guide }: { readonly its: InterviewRecord; readonly guide: Guide }) {
  const language = currentLanguage()
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const may = useMay('interview', 'edit', scopeOfInterview(its), its.id)
  const note = (fields: JsonObject) =>
    void doing.run(() =>
      act({ kind: interview, recordId: its.id, verb: 'edit', input: {}, fields }),
    )
  return (
    <>
      <HarmBox guide={guide} />
      <Section title={text('interview:talk.opening')}>
        <Text className={styles.said}>{guide.opening[language]}</Text>
        <SegmentedChoice
          label={text('interview:talk.agrees')}
          disabled={!may}
          options={(['given', 'refused', 'notAsked'] as const).map((agreed) => ({
            value: agreed,
            label: text(`interview:agreed.${agreed}`),
          }))}
          value={its.agreed}
          onChange={(agreed) =>
            note({
              agreed,
              ...(agreed === 'given' && its.heldOn === null ? { heldOn: today } : {}),
            })
          }
        />
      </Section>
      <GuideAdvice guide={guide} />
      <DoingNote doing={doing} />
      {its.agreed === 'refused' ? (
        <Text>{text('interview:talk.stopped')}</Text>
      ) : (
        guide.parts.map((part) => (
          <Section key={part.id} title={part.title[language]} hint={part.serves[language]}>
            {part.questions.map((question) => (
              <Question
                key={question.id}
                its={its}
                id={`${part.id}-${question.id}`}
                ask={question.ask[language]}
                probes={question.probes?.[language] ?? []}
                disabled={!may}
                note={note}
              />
            ))}
          </Section>
        ))
      )}
      <Section title={text('interview:talk.closing')}>
        <Text className={styles.said}>{guide.closing[language]}</Text>
      </Section>
    </>
  )
}

interface QuestionProps {
  readonly its: InterviewRecord
  readonly id: string
  readonly ask: string
  readonly probes: readonly string[]
  readonly disabled: boolean
  readonly note: (fields: JsonObject) => void
}

function Question({ its, id, ask, probes, disabled, note }: QuestionProps) {
  const act = useActInTurn()
  const kept = its.notes[id] ?? ''
  const keepNote = (words: string, was: string) =>
    act((look) => {
      const now = look(interview, its.id) ?? its
      const asked = words.trim() === '' ? now.asked : { ...now.asked, [id]: 'asked' }
      const { [id]: _now, ...others } = now.notes
      return {
        ...{ kind: interview, recordId: its.id, verb: 'edit', input: {} },
        fields: { notes: { ...others, [id]: words }, asked },
        // A note that was not there is no empty one: the two would be different opinions.
        base: { notes: was === '' ? others : { ...others, [id]: was } },
      }
    })
  return (
    <div className={styles.question}>
      <Checkbox
        label={<span className={styles.ask}>{ask}</span>}
        disabled={disabled}
        checked={its.asked[id] === 'asked'}
        onChange={(event) => {
          const { [id]: _gone, ...others } = its.asked
          note({ asked: event.currentTarget.checked ? { ...others, [id]: 'asked' } : others })
        }}
      />
      {probes.length > 0 && (
        <ul className={styles.probes}>
          {probes.map((probe) => (
            <li key={probe}>{probe}</li>
          ))}
        </ul>
      )}
      <KeptText
        name={`interviewNote:${its.id}:${id}`}
        label={text('interview:talk.noteTo', { question: ask })}
        isLabelHidden
        placeholder={text('interview:talk.note')}
        value={kept}
        minRows={1}
        readOnly={disabled}
        onSave={keepNote}
      />
    </div>
  )
}

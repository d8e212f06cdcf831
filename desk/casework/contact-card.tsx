import { Anchor, Button, Group, Text, Textarea } from '@mantine/core'
import { Link } from 'react-router'
import { goal } from '../../core/assessment/goals/goal.ts'
import {
  caseContact,
  type CaseContactEntry,
  daysWrittenLate,
} from '../../core/casework/case-contact.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { DoingNote, formatDay, formatList, text, useDoing } from '../kit/index.ts'
import { useAct, useActor, useMay, useOpenWords, useRecords, useToday } from '../sync/index.ts'
import styles from './casework.module.css'
import { RiskSettled } from './risk-settled.tsx'
import { useStaffNames } from './use-case.ts'

const factWords = ['facts', 'quotes', 'intervention', 'response'] as const

/** One contact of the case, for reading: facts and quotes in one box, the analysis in another. */
export function ContactCard({ contact }: { readonly contact: CaseContactEntry }) {
  const staffName = useStaffNames()
  const goals = useRecords(goal, { familyId: contact.familyId })
  const { staffId } = useActor()
  const late = daysWrittenLate(contact)
  const head = [
    text(`casework:mode.${contact.mode}`),
    contact.place,
    contact.minutes === null ? '' : text('contact:minutes', { count: contact.minutes }),
    text('casework:contact.by', { name: staffName(contact.workerId) }),
  ].filter((part) => part !== '')
  const served = contact.goalIds.flatMap((id) => goals.find((one) => one.id === id)?.text ?? [])
  return (
    <>
      <span>
        {head.join(' · ')}{' '}
        {late > 0 && (
          <span className={styles.late}>{text('casework:contact.late', { count: late })}</span>
        )}
      </span>
      <Text size="sm" c="gray.7">
        {served.length === 0
          ? text('casework:fields.noGoal')
          : `${text('casework:fields.goalIds')}: ${formatList(served)}`}
      </Text>
      {factWords.some((name) => contact[name] !== '') && (
        <div className={styles.facts}>
          {factWords.map((name) => (
            <Labelled key={name} label={text(`casework:fields.${name}`)} words={contact[name]} />
          ))}
        </div>
      )}
      {contact.analysis !== '' && (
        <div className={styles.reading}>
          <Labelled label={text('casework:fields.analysis')} words={contact.analysis} />
        </div>
      )}
      {contact.risk !== null && contact.risk !== 'none' && (
        <Labelled
          label={text(`casework:risk.${contact.risk}`)}
          words={contact.riskWords === '' ? '–' : contact.riskWords}
        />
      )}
      <RiskSettled contact={contact} />
      <NextStep contact={contact} />
      <CommentOn contact={contact} />
      <Group gap="xs">
        {contact.visitId !== null && (
          <Anchor component={Link} to={`/inquiry/observation/visits/${contact.visitId}`}>
            {text('casework:contact.toVisit')}
          </Anchor>
        )}
        {contact.workerId === staffId && (
          <Anchor component={Link} to={`/casework/${contact.caseId}/contacts/${contact.id}`}>
            {text('casework:contact.edit')}
          </Anchor>
        )}
      </Group>
    </>
  )
}

function Labelled({ label, words }: { readonly label: string; readonly words: string }) {
  if (words === '') return null
  return (
    <div>
      <Text size="sm" c="gray.7">
        {label}
      </Text>
      <p className={styles.words}>{words}</p>
    </div>
  )
}

function NextStep({ contact }: { readonly contact: CaseContactEntry }) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const may = useMay('caseContact', 'finishNext', `family:${contact.familyId}`)
  const { nextStep, nextOn, nextDoneOn } = contact
  if (nextStep === '') return null
  const finish = () =>
    doing.run(() =>
      act({
        ...{ kind: caseContact, recordId: contact.id, verb: 'finishNext' },
        input: { on: today },
        fields: {},
      }),
    )
  return (
    <div>
      <Text size="sm" c="gray.7">
        {text('casework:fields.nextStep')}
      </Text>
      <p className={styles.words}>
        {nextOn === null ? nextStep : `${nextStep} · ${formatDay(nextOn)}`}
        {nextDoneOn !== null &&
          ` · ${text('casework:contact.nextDone', { day: formatDay(nextDoneOn) })}`}
      </p>
      {may && nextDoneOn === null && (
        <Button
          variant="default"
          size="sm"
          mt={4}
          loading={doing.busy}
          onClick={() => void finish().catch(reportError)}
        >
          {text('casework:contact.finishNext')}
        </Button>
      )}
      <DoingNote doing={doing} />
    </div>
  )
}

function CommentOn({ contact }: { readonly contact: CaseContactEntry }) {
  const staffName = useStaffNames()
  const act = useAct()
  const doing = useDoing()
  const may = useMay('caseContact', 'comment', `family:${contact.familyId}`)
  const [words, setWords] = useOpenWords(`caseContact:${contact.id}:comment`)
  const { commentWords, commentById, commentOn } = contact
  const save = async () => {
    const input = fieldsAsJson({ words })
    const change = { kind: caseContact, recordId: contact.id, verb: 'comment', input, fields: {} }
    if ((await doing.run(() => act(change))) !== null) setWords(null)
  }
  return (
    <>
      {commentWords !== '' && (
        <Labelled
          label={`${text('casework:fields.commentWords')} · ${text('casework:contact.commentBy', {
            name: staffName(commentById),
            day: formatDay(commentOn),
          })}`}
          words={commentWords}
        />
      )}
      {may && words === null && (
        <div>
          <Button variant="subtle" size="sm" onClick={() => setWords(commentWords)}>
            {text('casework:contact.comment')}
          </Button>
        </div>
      )}
      {may && words !== null && (
        <div>
          <Textarea
            label={text('casework:contact.comment')}
            autosize
            minRows={2}
            maxLength={2000}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <DoingNote doing={doing} />
          <Button
            size="sm"
            mt="xs"
            loading={doing.busy}
            onClick={() => void save().catch(reportError)}
          >
            {text('casework:contact.commentSave')}
          </Button>
        </div>
      )}
    </>
  )
}

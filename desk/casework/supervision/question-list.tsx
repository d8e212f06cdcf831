import { Anchor, Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import {
  supervisionQuestion,
  type SupervisionQuestion,
} from '../../../core/casework/supervision/supervision-question.ts'
import {
  DoingNote,
  EmptyState,
  formatDay,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { type LocalRecord, useAct, useActor, useRecords } from '../../sync/index.ts'
import { useStaffNames } from '../use-case.ts'
import styles from './supervision.module.css'
import { useAboutNames, wayTo } from './use-supervision.ts'

/** Questions nobody has talked about yet, the oldest first. */
export function useOpenQuestions(): readonly LocalRecord<SupervisionQuestion>[] {
  return useRecords(supervisionQuestion)
    .filter(({ takenUpIn }) => takenUpIn === null)
    .toSorted((left, right) => left.on.localeCompare(right.on))
}

export function writerOf({ parties }: SupervisionQuestion): string | null {
  return Object.entries(parties).find(([, part]) => part === 'supervisee')?.[0] ?? null
}

export function QuestionList() {
  const questions = useOpenQuestions()
  return (
    <Section
      title={text('supervision:home.questions')}
      actions={
        <Button
          component={Link}
          to="/casework/supervision/questions/new"
          variant="default"
          size="sm"
        >
          {text('supervision:question.open')}
        </Button>
      }
    >
      {questions.length === 0 ? (
        <EmptyState
          title={text('supervision:question.empty')}
          hint={text('supervision:question.emptyHint')}
        />
      ) : (
        <ul className={styles.lines}>
          {questions.map((its) => (
            <QuestionLine key={its.id} its={its} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function QuestionLine({ its }: { readonly its: LocalRecord<SupervisionQuestion> }) {
  const act = useAct()
  const doing = useDoing()
  const { staffId } = useActor()
  const nameOf = useStaffNames()
  const aboutName = useAboutNames()
  const remove = () =>
    doing.run(() =>
      act({ kind: supervisionQuestion, recordId: its.id, verb: 'remove', input: {}, fields: {} }),
    )
  return (
    <li className={styles.line}>
      <p className={styles.words}>{its.words}</p>
      <Group gap="sm">
        <span className={styles.fine}>
          {text('supervision:question.from', {
            name: nameOf(writerOf(its)),
            day: formatDay(its.on),
          })}
        </span>
        {its.about !== null && (
          <Anchor component={Link} to={wayTo(its.about)} size="sm">
            {aboutName(its.about)}
          </Anchor>
        )}
        <UnsentMark record={its} />
        {writerOf(its) === staffId && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => void remove().catch(reportError)}
          >
            {text('supervision:question.remove')}
          </Anchor>
        )}
      </Group>
      <DoingNote doing={doing} />
    </li>
  )
}

import { Alert, Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { type CodingPass, codingPass } from '../../../core/inquiry/coding/coding-pass.ts'
import { ConfirmButton, DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct, useActor } from '../../sync/index.ts'
import type { InterviewRecord } from '../interview/use-interviews.ts'
import styles from './coding.module.css'
import type { Coder } from './use-coding.ts'

interface PassBarProps {
  readonly its: InterviewRecord
  readonly pass: LocalRecord<CodingPass> | null
  readonly coders: readonly Coder[]
  readonly reading: boolean
  readonly setReading: (reading: boolean) => void
  readonly may: boolean
}

/** Where one's own round stands, and whether the others' marks are shown. */
export function PassBar({ its, pass, coders, reading, setReading, may }: PassBarProps) {
  const act = useAct()
  const doing = useDoing()
  const { staffId } = useActor()
  const others = coders.filter((coder) => coder.staffId !== staffId)
  const run = (verb: 'finish' | 'reopen') => {
    if (pass === null) return
    void doing.run(() => act({ kind: codingPass, recordId: pass.id, verb, input: {}, fields: {} }))
  }
  if (!may) return null
  return (
    <div className={styles.pass}>
      {pass === null && others.length > 0 && (
        <Alert color="gray" variant="light">
          <Text mb="xs">
            {text(reading ? 'interview:pass.readingOthers' : 'interview:pass.second', {
              count: others.length,
            })}
          </Text>
          <Button size="sm" variant="default" onClick={() => setReading(!reading)}>
            {text(reading ? 'interview:pass.code' : 'interview:pass.read')}
          </Button>
        </Alert>
      )}
      {pass !== null && (
        <Group gap="sm">
          <Text size="sm">
            {pass.state === 'open'
              ? text(others.length > 0 ? 'interview:pass.openBlind' : 'interview:pass.open')
              : text('interview:pass.done', { day: formatDay(pass.doneOn) })}
          </Text>
          {pass.state === 'open' ? (
            <Button size="sm" loading={doing.busy} onClick={() => run('finish')}>
              {text('interview:pass.finish')}
            </Button>
          ) : (
            <>
              <Button
                size="sm"
                component={Link}
                to={`/inquiry/interviews/${its.id}/agreement`}
                variant="default"
              >
                {text('interview:agreement.title')}
              </Button>
              <ConfirmButton
                size="sm"
                question={text('interview:pass.reopenQuestion')}
                confirmLabel={text('interview:pass.reopen')}
                onConfirm={() => run('reopen')}
              >
                {text('interview:pass.reopen')}
              </ConfirmButton>
            </>
          )}
        </Group>
      )}
      <DoingNote doing={doing} />
    </div>
  )
}

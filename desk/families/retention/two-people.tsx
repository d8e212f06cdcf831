import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Approval, approval } from '../../../core/access/approval.ts'
import { staff } from '../../../core/access/staff.ts'
import { DoingNote, formatTime, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct, useRecord } from '../../sync/index.ts'
import { useSecondPerson } from './use-second-person.ts'

/** Who asked, the second person's word, and then the step itself (`children`). */
export function TwoPeople({
  request,
  children,
}: {
  readonly request: LocalRecord<Approval>
  readonly children: ReactNode
}) {
  const act = useAct()
  const doing = useDoing()
  const asking = useRecord(staff, request.requestedById ?? '')
  const { own, waits, decides, hoursTooNew, carriesOut } = useSecondPerson(request)
  const decide = (verb: 'approve' | 'refuse', answer: string) =>
    doing.run(() =>
      act({ kind: approval, recordId: request.id, verb, input: { answer }, fields: {} }),
    )
  return (
    <>
      <Text>
        {text('rights:freeze.asked', {
          name: asking?.name ?? '–',
          time: formatTime(request.requestedAt),
        })}
      </Text>
      {waits && own && <Text>{text('rights:freeze.waiting')}</Text>}
      {decides && hoursTooNew > 0 && (
        <Text>{text('access:refusals.SecondPersonTooNew', { count: hoursTooNew })}</Text>
      )}
      <Group>
        {decides && (
          <>
            <Button
              disabled={hoursTooNew > 0}
              loading={doing.busy}
              onClick={() => void decide('approve', '')}
            >
              {text('rights:freeze.agree')}
            </Button>
            <Button
              variant="default"
              loading={doing.busy}
              onClick={() => void decide('refuse', text('rights:freeze.disagree'))}
            >
              {text('rights:freeze.disagree')}
            </Button>
          </>
        )}
        {carriesOut && children}
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

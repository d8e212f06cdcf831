import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import {
  dueDayOf,
  isUnderWay,
  type Pledge,
  pledge,
  reopenPledge,
} from '../../../core/contact/pledge.ts'
import { addDays } from '../../../core/kit/dates.ts'
import {
  ConflictMark,
  DateField,
  DoingNote,
  formatDay,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useToday } from '../../sync/index.ts'
import styles from '../contact.module.css'
import { tellerName } from '../teller-name.ts'
import type { PairContact } from '../use-pair-contact.ts'

/** One promise; its end is one tap. */
export function PledgeLine({
  contact,
  its,
}: {
  readonly contact: PairContact
  readonly its: PairContact['pledges'][number]
}) {
  const { about, by, madeOn, dueOn, state, settledOn, movedTo } = its
  return (
    <li className={styles.box}>
      <Group gap="xs" justify="space-between">
        <Text>
          <strong>
            {text('contact:pledge.line', {
              name: tellerName(by, contact),
              about: text(`contact:about.${about}`),
            })}
          </strong>{' '}
          {text('contact:pledge.made', { day: formatDay(madeOn) })}
          {dueOn !== null && ` · ${text('contact:pledge.due', { day: formatDay(dueOn) })}`}
        </Text>
        <Group gap="xs">
          <UnsentMark record={its} />
          <ConflictMark kind={pledge} record={its} />
        </Group>
      </Group>
      {state !== 'open' && (
        <Text>
          {text(`contact:pledge.state.${state}`)}
          {movedTo !== null && ` · ${text('contact:pledge.movedTo', { day: formatDay(movedTo) })}`}
          {settledOn !== null && ` · ${formatDay(settledOn)}`}
        </Text>
      )}
      {contact.mayWrite &&
        contact.consented &&
        (isUnderWay(its) ? <Settle its={its} /> : <Reopen its={its} />)}
    </li>
  )
}

/** What was told in error is told again. */
function Reopen({ its }: { readonly its: PairContact['pledges'][number] }) {
  const act = useAct()
  const doing = useDoing()
  const { state, settledOn, movedTo, settledToldBy } = its
  const reopen = () =>
    doing.run(() =>
      act({
        ...{ kind: pledge, recordId: its.id, verb: 'edit', input: {} },
        fields: reopenPledge(its),
        base: { state, settledOn, movedTo, settledToldBy },
      }),
    )
  return (
    <>
      <Group mt={6} className="no-print">
        <Button
          size="compact-md"
          variant="subtle"
          loading={doing.busy}
          onClick={() => void reopen()}
        >
          {text('contact:pledge.reopen')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

function Settle({ its }: { readonly its: PairContact['pledges'][number] }) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const [moving, setMoving] = useState<string | null>(null)
  const settle = (fields: Pick<Pledge, 'state' | 'movedTo'>) => {
    const { state, settledOn, movedTo, settledToldBy } = its
    return doing.run(() =>
      act({
        ...{ kind: pledge, recordId: its.id, verb: 'edit', input: {} },
        fields: { ...fields, settledOn: today, settledToldBy: 'staff' },
        base: { state, settledOn, movedTo, settledToldBy },
      }),
    )
  }
  return (
    <>
      <Group gap="xs" mt={6} className="no-print">
        <Button
          size="compact-md"
          loading={doing.busy}
          onClick={() => void settle({ state: 'kept', movedTo: its.movedTo })}
        >
          {text('contact:pledge.state.kept')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          onClick={() => setMoving(dueDayOf(its) ?? addDays(today, 7))}
        >
          {text('contact:pledge.state.moved')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          loading={doing.busy}
          onClick={() => void settle({ state: 'broken', movedTo: its.movedTo })}
        >
          {text('contact:pledge.state.broken')}
        </Button>
      </Group>
      {moving !== null && (
        <Group gap="sm" align="end" mt={6}>
          <DateField
            label={text('contact:fields.movedTo')}
            value={moving}
            min={today}
            onChange={setMoving}
          />
          <Button
            loading={doing.busy}
            onClick={() => void settle({ state: 'moved', movedTo: moving })}
          >
            {text('kit:save')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </>
  )
}

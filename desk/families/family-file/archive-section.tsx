import { Alert, Button, Group, Text, Textarea } from '@mantine/core'
import { approval, type Approval } from '../../../core/access/approval.ts'
import { family } from '../../../core/families/family.ts'
import type { JsonObject } from '../../../core/kit/json.ts'
import { DoingNote, formatTime, Section, text, useDoing } from '../../kit/index.ts'
import {
  type LocalRecord,
  newId,
  useAct,
  useKeptWords,
  useMay,
  useRecords,
} from '../../sync/index.ts'
import { useSecondPerson } from '../retention/use-second-person.ts'
import type { FamilyFile } from '../use-register.ts'
import { OpenWorkNote } from './open-work-note.tsx'

const action = 'archiveFamily'
const noInput: JsonObject = {}

/** Taking a family out of daily sight: asked for, agreed to by a second person, done; or done alone after a night's sleep. */
export function ArchiveSection({ file }: { readonly file: FamilyFile }) {
  const { id, state } = file.family
  const mayArchive = useMay('family', 'archive', `family:${id}`, id)
  const asked = useRecords(approval, { action, subjectId: id })
  if (!mayArchive) return null
  const open = asked.find((one) => ['drafted', 'requested', 'approved'].includes(one.state))
  return (
    <Section title={text('families:archive.title')} hint={text('families:archive.hint')}>
      {state !== 'archived' && <OpenWorkNote familyId={id} />}
      {state === 'archived' ? (
        <Archived familyId={id} />
      ) : open === undefined ? (
        <AskToArchive familyId={id} />
      ) : (
        <Decide familyId={id} request={open} />
      )}
    </Section>
  )
}

function Archived({ familyId }: { readonly familyId: string }) {
  const act = useAct()
  const doing = useDoing()
  const reopen = () =>
    doing.run(() =>
      act({ kind: family, recordId: familyId, verb: 'reopen', input: noInput, fields: noInput }),
    )
  return (
    <Alert color="gray" variant="light">
      <Text mb="xs">{text('families:archive.done')}</Text>
      <Button variant="default" onClick={() => void reopen()} loading={doing.busy}>
        {text('families:archive.reopen')}
      </Button>
      <DoingNote doing={doing} />
    </Alert>
  )
}

function AskToArchive({ familyId }: { readonly familyId: string }) {
  const act = useAct()
  const doing = useDoing()
  const kept = useKeptWords(`archive-reason:${familyId}`)
  const reason = kept.words
  const ask = async (): Promise<void> => {
    const recordId = newId()
    const fields = { action, subjectKind: 'family', subjectId: familyId, reason }
    const asked = await doing.run(() =>
      act([
        { kind: approval, recordId, verb: 'create', input: noInput, fields },
        { kind: approval, recordId, verb: 'request', input: noInput, fields: noInput },
      ]),
    )
    if (asked !== null) await kept.clear()
  }
  return (
    <>
      <Textarea
        label={text('families:archive.reason')}
        value={reason}
        maxLength={1000}
        autosize
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <Group>
        <Button variant="default" onClick={() => void ask()} loading={doing.busy}>
          {text('families:archive.ask')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

interface DecideProps {
  readonly familyId: string
  readonly request: LocalRecord<Approval>
}

function Decide({ familyId, request }: DecideProps) {
  const act = useAct()
  const doing = useDoing()
  const { own, waits, decides, hoursTooNew, carriesOut, hoursAlone } = useSecondPerson(request)
  const decide = (verb: 'approve' | 'refuse', answer: string) =>
    doing.run(() =>
      act({ kind: approval, recordId: request.id, verb, input: { answer }, fields: noInput }),
    )
  const carryOut = () =>
    doing.run(async () => {
      const carried = await act({
        kind: approval,
        recordId: request.id,
        verb: 'carryOut',
        input: noInput,
        fields: noInput,
      })
      if (!carried.ok) return carried
      const input = { approvalId: request.id }
      return act({ kind: family, recordId: familyId, verb: 'archive', input, fields: noInput })
    })
  return (
    <>
      <Text>{text('families:archive.asked', { time: formatTime(request.requestedAt) })}</Text>
      {request.reason !== '' && <Text c="gray.7">{request.reason}</Text>}
      {waits && own && !carriesOut && <Text>{text('families:archive.waiting')}</Text>}
      {decides && hoursTooNew > 0 && (
        <Text>{text('access:refusals.SecondPersonTooNew', { count: hoursTooNew })}</Text>
      )}
      {carriesOut && hoursAlone > 0 && (
        <Text>{text('families:archive.aloneWait', { count: hoursAlone })}</Text>
      )}
      <Group>
        {decides && (
          <>
            <Button disabled={hoursTooNew > 0} onClick={() => void decide('approve', '')}>
              {text('families:archive.agree')}
            </Button>
            <Button
              variant="default"
              onClick={() => void decide('refuse', text('families:archive.disagree'))}
            >
              {text('families:archive.disagree')}
            </Button>
          </>
        )}
        {carriesOut && (
          <Button
            variant="default"
            disabled={hoursAlone > 0}
            onClick={() => void carryOut()}
            loading={doing.busy}
          >
            {text('families:archive.carryOut')}
          </Button>
        )}
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

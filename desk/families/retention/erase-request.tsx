import { Button, Group, Text } from '@mantine/core'
import { useNavigate } from 'react-router'
import { approval, type Approval } from '../../../core/access/approval.ts'
import { staff } from '../../../core/access/staff.ts'
import { erasureShape } from '../../../core/evaluation/retention-overview.ts'
import { eraseGroundOf } from '../../../core/families/refuse-erasing.ts'
import { ConfirmButton, DoingNote, formatTime, text, useDoing } from '../../kit/index.ts'
import {
  callServer,
  type LocalRecord,
  useAct,
  useActor,
  useMay,
  useRecord,
  useRecords,
  useSendFirst,
  useSendSoon,
} from '../../sync/index.ts'

interface RequestProps {
  readonly request: LocalRecord<Approval>
  readonly code: string
}

/** One request to erase: who asked and why, the second person's word, and the erasing itself. */
export function EraseRequest({ request, code }: RequestProps) {
  const asking = useRecord(staff, request.requestedById ?? '')
  const ground = eraseGroundOf(request)
  return (
    <>
      <Text>
        {text('families:erase.asked', {
          name: asking?.name ?? '–',
          time: formatTime(request.requestedAt),
        })}
      </Text>
      {ground !== null && <Text c="gray.7">{text(`families:erase.grounds.${ground}`)}</Text>}
      <Decision request={request} code={code} />
    </>
  )
}

function Decision({ request, code }: RequestProps) {
  const { staffId } = useActor()
  const doing = useDoing()
  const mayApprove = useMay('approval', 'approve', 'agency', request.id)
  const mayErase = useMay('family', 'archive', `family:${request.subjectId}`, request.subjectId)
  const own = request.requestedById === staffId
  const isAlone = useRecords(staff, { state: 'active' }).length === 1
  const waits = request.state === 'requested'
  const agreed = request.state === 'approved'
  return (
    <>
      {waits && own && (
        <Text>{text(isAlone ? 'families:erase.waitingAlone' : 'families:erase.waiting')}</Text>
      )}
      {agreed && !mayErase && <Text>{text('families:erase.agreedWaits')}</Text>}
      <Group>
        {waits && mayApprove && !own && <SecondWord request={request} doing={doing} />}
        {mayErase && (agreed || (own && isAlone)) && (
          <EraseNow request={request} code={code} doing={doing} />
        )}
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

type WithDoing = { readonly doing: ReturnType<typeof useDoing> }

function SecondWord({ request, doing }: Pick<RequestProps, 'request'> & WithDoing) {
  const act = useAct()
  const decide = (verb: 'approve' | 'refuse', answer: string) => {
    const draft = { kind: approval, recordId: request.id, verb, input: { answer }, fields: {} }
    void doing.run(() => act(draft))
  }
  return (
    <>
      <ConfirmButton
        question={<Consequences />}
        confirmLabel={text('families:erase.agree')}
        onConfirm={() => decide('approve', '')}
      >
        {text('families:erase.agree')}
      </ConfirmButton>
      <Button
        variant="default"
        onClick={() => decide('refuse', text('families:erase.disagree'))}
        loading={doing.busy}
      >
        {text('families:erase.disagree')}
      </Button>
    </>
  )
}

/** The server carries the agreement out; the certificate is shown at once, for only now the file's number is still known. */
function EraseNow({ request, code, doing }: RequestProps & WithDoing) {
  const navigate = useNavigate()
  const sendFirst = useSendFirst()
  const sendSoon = useSendSoon()
  const erase = async () => {
    const asked = { familyId: request.subjectId, approvalId: request.id }
    const erased = await doing.run(async () => {
      await sendFirst()
      return callServer('/api/families/erase', asked, erasureShape)
    })
    if (erased === null) return
    sendSoon()
    await navigate(`/families/retention/${erased.familyId}`, { state: { code, erasure: erased } })
  }
  return (
    <ConfirmButton
      color="red"
      variant="filled"
      loading={doing.busy}
      question={<Consequences />}
      confirmLabel={text('families:erase.now')}
      onConfirm={() => void erase()}
    >
      {text('families:erase.now')}
    </ConfirmButton>
  )
}

/** Said before anybody asks, agrees or erases: what goes, what stays, and that nothing brings it back. */
export function Consequences() {
  return (
    <>
      <Text mb="xs">{text('families:erase.goes')}</Text>
      <Text mb="xs">{text('families:erase.stays')}</Text>
      <Text fw={600}>{text('families:erase.forGood')}</Text>
    </>
  )
}

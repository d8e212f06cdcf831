import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import { mayReach } from '../../../core/families/may-reach.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import {
  identityWays,
  type RightsRequest,
  rightsRequest,
} from '../../../core/families/rights-request.ts'
import {
  ConflictMark,
  DoingNote,
  EmptyState,
  Facts,
  formatDay,
  Page,
  Section,
  SegmentedChoice,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay, useReadLog, useRecord, useRecords } from '../../sync/index.ts'
import { nameOf, useFamilyFile } from '../use-register.ts'
import type { RequestProps } from './file-links.tsx'
import { HandOver } from './hand-over.tsx'
import { Review } from './review.tsx'
import { Work } from './work.tsx'

/** One request from the first word to the answer: who asks, what is done, who looked at it, what was handed over. */
export function RequestPage() {
  const { familyId = '', requestId = '' } = useParams()
  const file = useFamilyFile(familyId)
  const request = useRecord(rightsRequest, requestId)
  useReadLog('rightsRequest', request === null ? null : requestId)
  const back = { to: `/families/${familyId}`, label: text('rights:page.toFile') }
  if (file === null || request === null)
    return (
      <Page title={text('rights:page.missing')} back={back}>
        <EmptyState title={text('rights:page.missing')} hint={text('rights:page.missingHint')} />
      </Page>
    )
  return (
    <Page
      title={text('rights:page.title', { name: nameOf(file, request.askedById) })}
      back={back}
      marks={
        <>
          <UnsentMark record={request} />
          <ConflictMark kind={rightsRequest} record={request} />
        </>
      }
    >
      <KeptAwayNote request={request} />
      <Asked file={file} request={request} />
      <Identity request={request} />
      {request.identity !== null && <Work file={file} request={request} />}
      <Review request={request} />
      <HandOver file={file} request={request} />
    </Page>
  )
}

/** RIG-4, FAM-54: whoever hands over sees before anything else what this asker must not get. */
function KeptAwayNote({ request }: Pick<RequestProps, 'request'>) {
  const { familyId, askedById, subjectId } = request
  const restrictions = useRecords(restrictedParty, { familyId })
  if (mayReach(restrictions, askedById, askedById === subjectId ? null : subjectId)) return null
  return (
    <Alert color="red" variant="light" role="note">
      {text('rights:page.keptAway')}
    </Alert>
  )
}

function Asked({ file, request }: RequestProps) {
  const rows = [
    { label: text('rights:fields.right'), value: text(`rights:right.${request.right}`) },
    { label: text('rights:fields.subjectId'), value: nameOf(file, request.subjectId) },
    { label: text('rights:fields.relation'), value: text(`rights:relation.${request.relation}`) },
    { label: text('rights:fields.came'), value: text(`rights:came.${request.came}`) },
    { label: text('rights:fields.words'), value: request.words },
    { label: text('rights:fields.receivedOn'), value: formatDay(request.receivedOn) },
    { label: text('rights:fields.dueOn'), value: formatDay(request.dueOn) },
    { label: text('rights:fields.state'), value: text(`rights:state.${request.state}`) },
  ]
  return (
    <Section title={text('rights:page.asked')}>
      <Facts rows={rows.filter(({ value }) => value !== '')} />
      {request.state === 'returned' && (
        <Alert color="gray" variant="light">
          {text('rights:page.returned', { words: request.reviewWords })}
        </Alert>
      )}
    </Section>
  )
}

function Identity({ request }: Pick<RequestProps, 'request'>) {
  const act = useAct()
  const doing = useDoing()
  const [identity, setIdentity] = useState<RightsRequest['identity']>(request.identity)
  const mayCheck = useMay(
    'rightsRequest',
    'checkIdentity',
    `family:${request.familyId}`,
    request.id,
  )
  if (request.identity !== null)
    return (
      <Section title={text('rights:page.identityTitle')}>
        <Text>
          {text('rights:page.identityDone', {
            how: text(`rights:identity.${request.identity}`),
            day: formatDay(request.identityOn),
          })}
        </Text>
      </Section>
    )
  const save = () =>
    doing.run(() =>
      act({
        kind: rightsRequest,
        recordId: request.id,
        verb: 'checkIdentity',
        input: { identity },
        fields: {},
      }),
    )
  return (
    <Section title={text('rights:page.identityTitle')} hint={text('rights:page.identityHint')}>
      <SegmentedChoice
        label={text('rights:page.identityHow')}
        options={identityWays.map((value) => ({ value, label: text(`rights:identity.${value}`) }))}
        value={identity}
        onChange={setIdentity}
        disabled={!mayCheck}
      />
      <Group>
        <Button
          disabled={identity === null || !mayCheck}
          loading={doing.busy}
          onClick={() => void save()}
        >
          {text('rights:page.identitySave')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </Section>
  )
}

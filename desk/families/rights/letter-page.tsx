import { Button, Text } from '@mantine/core'
import { useParams } from 'react-router'
import { agency } from '../../../core/access/agency.ts'
import { rightsRequest } from '../../../core/families/rights-request.ts'
import { formatDay, Page, text } from '../../kit/index.ts'
import { useAccount, useRecord, useToday } from '../../sync/index.ts'
import { nameOf, useFamilyFile } from '../use-register.ts'

/** The answer on paper: the same sentences for every family, so that none of them tells anything (C10). */
export function LetterPage() {
  const { familyId = '', requestId = '' } = useParams()
  const { agency: own } = useAccount()
  const agencyRecord = useRecord(agency, own.id)
  const file = useFamilyFile(familyId)
  const request = useRecord(rightsRequest, requestId)
  const today = useToday()
  const back = {
    to: `/families/${familyId}/rights/${requestId}`,
    label: text('rights:section.title'),
  }
  const isReady = request !== null && (request.state === 'reviewed' || request.state === 'answered')
  const outcome = request?.outcome ?? null
  if (file === null || request === null || !isReady || outcome === null)
    return (
      <Page title={text('rights:letter.title')} back={back}>
        <Text>{text('rights:letter.missing')}</Text>
      </Page>
    )
  const day = formatDay(request.answeredOn ?? today)
  const guardian = agencyRecord?.dataGuardian ?? ''
  return (
    <Page
      title={text('rights:letter.title')}
      back={back}
      actions={<Button onClick={() => window.print()}>{text('kit:print')}</Button>}
    >
      <Text>{text('rights:letter.to', { name: nameOf(file, request.askedById) })}</Text>
      <Text>
        {text('rights:letter.received', {
          day: formatDay(request.receivedOn),
          right: text(`rights:right.${request.right}`),
        })}
      </Text>
      <Text>{text(`rights:letter.${outcome}`)}</Text>
      {request.ground !== null && (
        <Text>
          {text(outcome === 'partly' ? 'rights:letter.groundPart' : 'rights:letter.ground', {
            ground: text(`rights:ground.${request.ground}`),
          })}
        </Text>
      )}
      {request.doneWords !== '' && (
        <Text>{text('rights:letter.words', { words: request.doneWords })}</Text>
      )}
      <Text>
        {text('rights:letter.complain', { guardian: guardian === '' ? own.name : guardian })}
      </Text>
      <Text ta="right">{text('rights:letter.sign', { agency: own.name, day })}</Text>
    </Page>
  )
}

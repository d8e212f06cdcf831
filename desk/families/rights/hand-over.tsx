import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { answerKindOf } from '../../../core/families/answer-kind-of.ts'
import { rightsRequest } from '../../../core/families/rights-request.ts'
import { DateField, DoingNote, Form, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import { useAct, useMay, useToday } from '../../sync/index.ts'
import { nameOf } from '../use-register.ts'
import type { RequestProps } from './file-links.tsx'
import { saveCopy } from './use-copy.ts'

/** After the review: the answer, the copy and its fingerprint; then to whom it went, and when. */
export function HandOver({ file, request }: RequestProps) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const mayAnswer = useMay('rightsRequest', 'answer', `family:${request.familyId}`, request.id)
  const [handedTo, setHandedTo] = useState(nameOf(file, request.askedById))
  const [on, setOn] = useState<string | null>(today)
  const [copyHash, setCopyHash] = useState('')
  if (request.state !== 'reviewed' && request.state !== 'answered') return null
  const isCopy = answerKindOf(request) === 'copy'
  // A copy is handed over; that something was done, or will not be, is told.
  const way = isCopy ? 'copy' : 'told'
  const save = () =>
    doing.run(() =>
      act({
        kind: rightsRequest,
        recordId: request.id,
        verb: 'answer',
        input: { on, handedTo, copyHash },
        fields: {},
      }),
    )
  return (
    <Section title={text(`rights:page.answer.${way}.title`)}>
      <Group>
        <Button component={Link} to="letter" variant="default">
          {text('rights:page.letter')}
        </Button>
        {isCopy && (
          <Button
            variant="default"
            loading={doing.busy}
            onClick={() => void saveCopy(doing, request).then((hash) => setCopyHash(hash ?? ''))}
          >
            {text('rights:page.saveCopy')}
          </Button>
        )}
      </Group>
      {request.state === 'answered' ? (
        <Text>
          {text(`rights:page.answer.${way}.done`, {
            day: formatDay(request.answeredOn),
            name: request.handedTo,
          })}
        </Text>
      ) : (
        mayAnswer && (
          <Form onSubmit={() => void save()}>
            <TextInput
              label={text(`rights:page.answer.${way}.to`)}
              value={handedTo}
              maxLength={120}
              required
              onChange={({ currentTarget }) => setHandedTo(currentTarget.value)}
            />
            <DateField
              label={text(`rights:page.answer.${way}.on`)}
              value={on}
              max={today}
              required
              onChange={setOn}
            />
            <Group>
              <Button type="submit" loading={doing.busy}>
                {text(`rights:page.answer.${way}.save`)}
              </Button>
            </Group>
          </Form>
        )
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}

import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { receivedTransfer } from '../../../core/casework/transfer/received-transfer.ts'
import { consent } from '../../../core/families/consent.ts'
import { holdsServiceConsent } from '../../../core/families/consent-state.ts'
import { DoingNote, Facts, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import { callServer, useOnline, useRecords, useToday } from '../../sync/index.ts'

const receivedShape = z.object({
  parts: z.array(
    z.object({
      title: z.string(),
      lines: z.array(z.object({ label: z.string(), words: z.string() })),
    }),
  ),
})
type Received = z.infer<typeof receivedShape>

/** Where a family came from, and what came with it once it has agreed to be served here. */
export function ReceivedSection({ familyId }: { readonly familyId: string }) {
  const [its] = useRecords(receivedTransfer, { familyId })
  const consents = useRecords(consent, { familyId })
  const today = useToday()
  const online = useOnline()
  const doing = useDoing()
  const [came, setCame] = useState<Received | null>(null)
  if (its === undefined) return null
  const open = () =>
    doing.run(async () => {
      const answer = await callServer('/api/transfers/received', { familyId }, receivedShape)
      if (answer.ok) setCame(answer.value)
      return answer
    })
  return (
    <Section title={text('transfer:take.came')}>
      <p style={{ margin: 0 }}>
        {text('transfer:take.cameFrom', {
          ...{ day: formatDay(its.takenOn), agency: its.fromAgency, worker: its.fromWorker },
        })}
      </p>
      {holdsServiceConsent(consents, today) ? (
        <Group>
          <Button
            variant="default"
            loading={doing.busy}
            disabled={!online}
            onClick={() => void open().catch(reportError)}
          >
            {text('transfer:take.readOpen')}
          </Button>
        </Group>
      ) : (
        <p style={{ margin: 0 }}>{text('transfer:take.readWait')}</p>
      )}
      <DoingNote doing={doing} />
      {came?.parts.map(({ title, lines }) => (
        <article key={title} aria-label={title}>
          <h3 style={{ margin: 0, fontSize: '1rem' }}>{title}</h3>
          <Facts rows={lines.map(({ label, words }) => ({ label, value: words }))} />
        </article>
      ))}
    </Section>
  )
}

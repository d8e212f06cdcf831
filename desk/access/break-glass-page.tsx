import { Button, Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'
import { longestHours, shortestReason, urgentCategories } from '../../core/access/break-glass.ts'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { Page } from '../kit/page.tsx'
import { Section } from '../kit/section.tsx'
import { SegmentedChoice } from '../kit/segmented-choice.tsx'
import { text } from '../kit/text.ts'
import { useKeptWords } from '../sync/kept-words.ts'
import { callServer } from '../sync/server.ts'
import { useSendSoon } from '../sync/use-send-soon.ts'
import { isOpen, UrgentReadings } from './break-glass-readings.tsx'
import { type OwnReading, ownReadingsShape } from './break-glass-shapes.ts'

const foundShape = z.object({
  families: z.array(z.object({ familyId: z.string(), code: z.string() })),
})
const openedShape = z.object({ id: z.string() })
type Found = z.infer<typeof foundShape>['families'][number]

/** A door opened in need: found by its whole number or name, opened with a reason, read here and nowhere else. */
export function BreakGlassPage() {
  const { readings, load, doing } = useOwnReadings()
  const [chosen, setChosen] = useState<Found | null>(null)
  const sendSoon = useSendSoon()
  const isAnyOpen = readings.some(isOpen)
  const opened = () => {
    setChosen(null)
    sendSoon()
    void load()
  }
  return (
    <Page
      title={text('rights:urgent.title')}
      back={{ to: '/more', label: text('access:nav.more') }}
    >
      {isAnyOpen ? null : <Text>{text('rights:urgent.explain')}</Text>}
      {isAnyOpen && <UrgentReadings readings={readings} />}
      <details key={String(isAnyOpen)} open={!isAnyOpen}>
        <summary>{text(isAnyOpen ? 'rights:urgent.another' : 'rights:urgent.findFile')}</summary>
        <FindFile onChoose={setChosen} />
        {chosen !== null && <OpenFile found={chosen} onOpened={opened} />}
      </details>
      <DoingNote doing={doing} />
      {!isAnyOpen && <UrgentReadings readings={readings} />}
    </Page>
  )
}

function useOwnReadings() {
  const doing = useDoing()
  const { run } = doing
  const [readings, setReadings] = useState<readonly OwnReading[]>([])
  const load = useCallback(async () => {
    const answer = await run(() => callServer('/api/urgent/mine', {}, ownReadingsShape))
    if (answer !== null) setReadings(answer.readings)
  }, [run])
  useEffect(() => {
    load().catch(reportError)
  }, [load])
  return { readings, load, doing }
}

function FindFile({ onChoose }: { readonly onChoose: (found: Found | null) => void }) {
  const doing = useDoing()
  const [wanted, setWanted] = useState('')
  const [found, setFound] = useState<readonly Found[] | null>(null)
  const find = async () => {
    onChoose(null)
    const answer = await doing.run(() => callServer('/api/urgent/find', { wanted }, foundShape))
    setFound(answer?.families ?? null)
  }
  return (
    <Section title={text('rights:urgent.findTitle')}>
      <Form onSubmit={() => void find()}>
        <TextInput
          label={text('rights:urgent.wanted')}
          value={wanted}
          minLength={2}
          maxLength={80}
          required
          autoComplete="off"
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={doing.busy}>
            {text('rights:urgent.find')}
          </Button>
        </Group>
      </Form>
      <DoingNote doing={doing} />
      {found?.length === 0 && <Text role="status">{text('rights:urgent.notFound')}</Text>}
      {found?.map((one) => (
        <Group key={one.familyId}>
          <Text fw={600}>{one.code}</Text>
          <Button variant="default" onClick={() => onChoose(one)}>
            {text('rights:urgent.choose')}
          </Button>
        </Group>
      ))}
    </Section>
  )
}

const hourChoices = [1, 4, 12, longestHours]

function OpenFile({ found, onOpened }: { readonly found: Found; readonly onOpened: () => void }) {
  const doing = useDoing()
  const [category, setCategory] = useState<(typeof urgentCategories)[number] | null>(null)
  const kept = useKeptWords(`urgent-reason:${found.familyId}`)
  const reason = kept.words
  const [hours, setHours] = useState(4)
  const open = async () => {
    const asked = { familyId: found.familyId, category, reason, hours }
    const made = await doing.run(() => callServer('/api/urgent/open', asked, openedShape))
    if (made === null) return
    await kept.clear()
    onOpened()
  }
  return (
    <Section title={text('rights:urgent.review.file', { code: found.code })}>
      <Form onSubmit={() => void open()}>
        <SegmentedChoice
          label={text('rights:urgent.category')}
          options={urgentCategories.map((value) => ({
            value,
            label: text(`rights:urgent.categories.${value}`),
          }))}
          value={category}
          onChange={setCategory}
        />
        <Textarea
          label={text('rights:urgent.reason')}
          description={text('rights:urgent.reasonHint')}
          value={reason}
          minLength={shortestReason}
          maxLength={1000}
          required
          autosize
          minRows={3}
          onChange={({ currentTarget }) => kept.write(currentTarget.value)}
        />
        <NativeSelect
          label={text('rights:urgent.hours')}
          data={hourChoices.map((value) => ({
            value: String(value),
            label: text('rights:urgent.hour', { count: value }),
          }))}
          value={String(hours)}
          onChange={({ currentTarget }) => setHours(Number(currentTarget.value))}
        />
        <Group>
          <Button type="submit" disabled={category === null} loading={doing.busy}>
            {text('rights:urgent.open')}
          </Button>
        </Group>
        <DoingNote doing={doing} />
      </Form>
    </Section>
  )
}

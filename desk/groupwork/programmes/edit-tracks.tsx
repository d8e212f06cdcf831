import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { pictures } from '../../../core/kit/pictures.ts'
import type {
  CueCard,
  Listen,
  PictureStep,
  StrandPlan,
} from '../../../core/groupwork/plan-shape.ts'
import { Picture, PictureChoice, text } from '../../kit/index.ts'
import { LinesField } from './lines-field.tsx'
import styles from './programmes.module.css'

interface TracksProps {
  readonly plan: StrandPlan
  readonly beside: StrandPlan | null
  readonly onChange: (plan: StrandPlan) => void
}

/** What goes home: the cue card, the voice lesson for who cannot come, the pictures for who does not read. */
export function EditTracks({ plan, beside, onChange }: TracksProps) {
  return (
    <Stack gap="sm" mt="sm">
      <Checkbox
        label={text('groupwork:library.hasCard')}
        checked={plan.cueCard !== null}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...plan, cueCard: checked ? (beside?.cueCard ?? freshCard()) : null })
        }
      />
      {plan.cueCard !== null && (
        <EditCard
          card={plan.cueCard}
          beside={beside?.cueCard ?? null}
          onChange={(cueCard) => onChange({ ...plan, cueCard })}
        />
      )}
      <Checkbox
        label={text('groupwork:library.hasListen')}
        checked={plan.listen !== null}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...plan, listen: checked ? freshListen() : null })
        }
      />
      {plan.listen !== null && (
        <EditListen
          listen={plan.listen}
          beside={beside?.listen ?? null}
          onChange={(listen) => onChange({ ...plan, listen })}
        />
      )}
      <EditSteps
        steps={plan.pictureSteps}
        beside={beside?.pictureSteps ?? []}
        onChange={(pictureSteps) => onChange({ ...plan, pictureSteps })}
      />
    </Stack>
  )
}

function freshCard(): CueCard {
  const words = text('groupwork:library.newLine')
  return { title: words, lines: [words], picture: null }
}

function freshListen(): Listen {
  const words = text('groupwork:library.newLine')
  return { script: words, recall: words, task: words }
}

function EditCard({
  card,
  beside,
  onChange,
}: {
  readonly card: CueCard
  readonly beside: CueCard | null
  readonly onChange: (card: CueCard) => void
}) {
  return (
    <Group align="flex-end" wrap="nowrap">
      {card.picture !== null && <Picture id={card.picture} />}
      <Stack gap="xs" flex={1}>
        <TextInput
          label={text('groupwork:library.cardTitle')}
          {...(beside === null ? {} : { description: beside.title })}
          required
          maxLength={60}
          value={card.title}
          onChange={(event) => onChange({ ...card, title: event.currentTarget.value })}
        />
        <LinesField
          label={text('groupwork:library.cardLines')}
          lines={card.lines}
          most={5}
          beside={beside?.lines}
          onChange={(lines) => onChange({ ...card, lines })}
        />
        <PictureChoice
          value={card.picture}
          onChange={(picture) => onChange({ ...card, picture })}
        />
      </Stack>
    </Group>
  )
}

const spoken = [
  ['script', 2800],
  ['recall', 600],
  ['task', 600],
] as const

function EditListen({
  listen,
  beside,
  onChange,
}: {
  readonly listen: Listen
  readonly beside: Listen | null
  readonly onChange: (listen: Listen) => void
}) {
  return spoken.map(([field, most]) => (
    <Textarea
      key={field}
      label={text(`groupwork:library.spoken.${field}`)}
      description={beside?.[field] ?? text(`groupwork:library.spokenHint.${field}`)}
      required
      autosize
      maxLength={most}
      value={listen[field]}
      onChange={(event) => onChange({ ...listen, [field]: event.currentTarget.value })}
    />
  ))
}

function EditSteps({
  steps,
  beside,
  onChange,
}: {
  readonly steps: readonly PictureStep[]
  readonly beside: readonly PictureStep[]
  readonly onChange: (steps: PictureStep[]) => void
}) {
  const set = (at: number, part: Partial<PictureStep>) =>
    onChange(steps.map((step, place) => (place === at ? { ...step, ...part } : step)))
  const fresh = { picture: pictures[0], words: text('groupwork:library.newLine') }
  return (
    <>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own and stay in order
        <div key={at} className={styles.stepRow}>
          <Picture id={step.picture} size={56} />
          <PictureChoice
            value={step.picture}
            onChange={(picture) => set(at, { picture: picture ?? step.picture })}
          />
          <TextInput
            label={text('groupwork:library.stepWords')}
            {...(beside[at] === undefined ? {} : { description: beside[at].words })}
            required
            maxLength={160}
            value={step.words}
            onChange={(event) => set(at, { words: event.currentTarget.value })}
          />
          <Button
            size="compact-md"
            variant="default"
            onClick={() => onChange(steps.toSpliced(at, 1))}
          >
            {text('kit:remove')}
          </Button>
        </div>
      ))}
      {steps.length < 8 && (
        <Group>
          <Button size="compact-md" variant="default" onClick={() => onChange([...steps, fresh])}>
            {text('groupwork:library.addStep')}
          </Button>
        </Group>
      )}
    </>
  )
}

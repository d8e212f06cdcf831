import { Button, Checkbox, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import {
  planLevels,
  servicePlanShape,
  type ServicePlan,
} from '../../../core/assessment/plan/plan-shape.ts'
import { programmeTargets } from '../../../core/inquiry/programme-targets.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  DoingNote,
  Form,
  formatList,
  SaveOrCancel,
  Section,
  text,
  useDoing,
} from '../../kit/index.ts'
import { useKeptForm } from '../../sync/index.ts'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

const wordFields = ['problem', 'aim', 'workerRole', 'clientRole'] as const
const wordsShape = servicePlanShape
  .pick({ problem: true, aim: true, workerRole: true, clientRole: true, targets: true })
  .extend({ strategies: z.record(z.string(), z.string()) })
type Words = z.infer<typeof wordsShape>
const savedShape = servicePlanShape.pick({
  ...{ problem: true, aim: true, workerRole: true, clientRole: true },
  ...{ targets: true, strategies: true },
})

/** Problem and aim, what is done at each level, and both sides' part. */
export function PlanWords({
  inHand,
  open,
}: {
  readonly inHand: PlanInHand
  readonly open: boolean
}) {
  const { plan, described } = inHand
  const empty = wordFields.every((field) => plan[field].trim() === '')
  const [editing, setEditing] = useState(open && empty)
  if (open && editing) return <WordsForm inHand={inHand} onDone={() => setEditing(false)} />
  return (
    <>
      <Said inHand={inHand} fields={['problem', 'aim']} />
      <Section title={text('goals:fields.strategies')}>
        {described.strategies.length === 0 ? (
          <p className={styles.fine}>{text('goals:plan.noStrategies')}</p>
        ) : (
          <dl className={styles.levels}>
            {described.strategies.map(({ level, words }) => (
              <div key={level}>
                <dt>{text(`goals:plan.level.${level}`)}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
      <Said inHand={inHand} fields={['workerRole', 'clientRole']} />
      {open && (
        <Group className={styles.onScreen}>
          <Button variant="default" onClick={() => setEditing(true)}>
            {text('goals:plan.editWords')}
          </Button>
        </Group>
      )}
    </>
  )
}

function Said({
  inHand: { plan, described },
  fields,
}: {
  readonly inHand: PlanInHand
  readonly fields: readonly (typeof wordFields)[number][]
}) {
  return fields.map((field) => (
    <Section key={field} title={text(`goals:fields.${field}`)}>
      <p className={styles.words}>{plan[field].trim() === '' ? '–' : plan[field]}</p>
      {field === 'aim' && described.targets.length > 0 && (
        <p className={styles.fine}>
          {formatList(described.targets.map((one) => text(`groupwork:target.${one}`)))}
        </p>
      )}
    </Section>
  ))
}

function WordsForm({
  inHand,
  onDone,
}: {
  readonly inHand: PlanInHand
  readonly onDone: () => void
}) {
  const { plan } = inHand
  const doing = useDoing()
  const first = wordsShape.parse(pickWords(plan))
  const kept = useKeptForm<Words>(`servicePlan:${plan.id}`, first, (words) => {
    const read = wordsShape.safeParse(words)
    return read.success ? read.data : null
  })
  const draft = kept.value
  if (draft === null) return null
  const set = (part: Partial<Words>) => kept.change({ ...draft, ...part })
  const close = async () => {
    await kept.clear()
    onDone()
  }
  const save = async () => {
    const read = (words: Words) => savedShape.parse(fieldsAsJson(words))
    const [fields, base] = [read(draft), read(kept.base ?? first)]
    if ((await doing.run(() => inHand.write(fields, base))) !== null) await close()
  }
  const area = (field: (typeof wordFields)[number]) => (
    <Textarea
      key={field}
      label={text(`goals:fields.${field}`)}
      description={text(`goals:plan.hint.${field}`)}
      value={draft[field]}
      maxLength={4000}
      autosize
      minRows={2}
      onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
    />
  )
  return (
    <Form onSubmit={() => void save().catch(reportError)} label={text('goals:plan.editWords')}>
      {kept.restored && <output>{text('goals:restored')}</output>}
      {area('problem')}
      {area('aim')}
      <Checkbox.Group
        label={text('goals:fields.targets')}
        value={[...draft.targets]}
        onChange={(chosen) =>
          set({ targets: programmeTargets.filter((one) => chosen.includes(one)) })
        }
      >
        <Group gap="md" mt={4}>
          {programmeTargets.map((one) => (
            <Checkbox key={one} value={one} label={text(`groupwork:target.${one}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      {planLevels.map((level) => (
        <Textarea
          key={level}
          label={text('goals:plan.atLevel', { level: text(`goals:plan.level.${level}`) })}
          value={draft.strategies[level] ?? ''}
          maxLength={2000}
          autosize
          minRows={1}
          onChange={({ currentTarget }) =>
            set({ strategies: { ...draft.strategies, [level]: currentTarget.value } })
          }
        />
      ))}
      {area('workerRole')}
      {area('clientRole')}
      <DoingNote doing={doing} />
      <Group gap="xs">
        <SaveOrCancel busy={doing.busy} onCancel={() => void close().catch(reportError)} />
      </Group>
    </Form>
  )
}

function pickWords({ problem, aim, workerRole, clientRole, targets, strategies }: ServicePlan) {
  return { problem, aim, workerRole, clientRole, targets, strategies }
}

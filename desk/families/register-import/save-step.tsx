import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { RegisterPlan } from '../../../core/families/register/plan-register-import.ts'
import type { Refusal } from '../../../core/kit/outcome.ts'
import { Icon, LongJob, RefusalNote, Section, text, TroubleNote } from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'
import styles from '../families.module.css'

interface Saving {
  readonly done: number
  readonly refusal: Refusal | null
  readonly trouble: unknown
}

/** Saves bundle after bundle on this device; sending follows by itself, also much later. */
export function SaveStep({
  plan,
  onAgain,
}: {
  readonly plan: RegisterPlan
  readonly onAgain: () => void
}) {
  const act = useAct()
  const total = plan.bundles.length
  const [saving, setSaving] = useState<Saving>({ done: 0, refusal: null, trouble: null })
  const next = useRef(0)
  const running = useRef(false)
  const work = async () => {
    if (running.current) return
    running.current = true
    try {
      while (next.current < total) {
        const made = await act(plan.bundles[next.current] ?? [])
        if (!made.ok) return setSaving({ done: next.current, refusal: made.refusal, trouble: null })
        next.current += 1
        setSaving({ done: next.current, refusal: null, trouble: null })
      }
    } catch (trouble) {
      setSaving({ done: next.current, refusal: null, trouble })
    } finally {
      running.current = false
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once, when the person has agreed
  useEffect(() => {
    work().catch(reportError)
  }, [])
  const stopped = saving.refusal !== null || saving.trouble !== null
  if (saving.done < total)
    return (
      <Section title={text('families:import.saving')}>
        <LongJob
          label={text('families:import.savingHint')}
          part={saving.done / Math.max(1, total)}
        />
        {saving.refusal !== null && <RefusalNote refusal={saving.refusal} />}
        {saving.trouble !== null && <TroubleNote trouble={saving.trouble} />}
        {stopped && (
          <Group>
            <Button onClick={() => void work()}>{text('families:import.goOn')}</Button>
            <Button variant="default" onClick={onAgain}>
              {text('families:import.startAgain')}
            </Button>
          </Group>
        )}
      </Section>
    )
  return <Result plan={plan} onAgain={onAgain} />
}

function Result({ plan, onAgain }: { readonly plan: RegisterPlan; readonly onAgain: () => void }) {
  return (
    <Section title={text('families:import.resultTitle', { count: plan.counts.children })}>
      <Text>{text('families:import.resultHint')}</Text>
      {plan.rowsOut.length > 0 && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
          {text('families:import.resultOut', { count: plan.rowsOut.length })}
        </Alert>
      )}
      <Stack gap="xs">
        <Group>
          <Button component={Link} to="/families">
            {text('families:import.toList')}
          </Button>
          {plan.lookalikes.length > 0 && (
            <Button component={Link} to="/families/duplicates" variant="default">
              {text('families:import.toDuplicates', { count: plan.lookalikes.length })}
            </Button>
          )}
          <Button variant="default" onClick={onAgain}>
            {text('families:import.another')}
          </Button>
        </Group>
        <ul className={styles.cards}>
          {plan.families.slice(0, 100).map((family) => (
            <li key={family.familyId}>
              <Link to={`/families/${family.familyId}`}>
                {family.code}{' '}
                {family.children.map(({ name }) => name).join(text('families:nameSeparator'))}
              </Link>{' '}
              {family.village}
              {family.joins && ` · ${text('families:import.joined')}`}
            </li>
          ))}
        </ul>
        {plan.families.length > 100 && (
          <Text c="gray.7">
            {text('families:import.andMore', { count: plan.families.length - 100 })}
          </Text>
        )}
      </Stack>
    </Section>
  )
}

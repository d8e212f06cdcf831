import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { contactPlan, contactPlanId } from '../../../core/contact/contact-plan.ts'
import {
  beginNextContactPlan,
  contactPlanShape,
  isContactPlanFrozen,
  newestContactPlan,
  stateOfContactPlan,
} from '../../../core/contact/contact-plan-shape.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import {
  ConflictMark,
  DoingNote,
  formatDay,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useToday } from '../../sync/index.ts'
import type { PairContact } from '../use-pair-contact.ts'
import { PlanAgree } from './plan-agree.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanWords } from './plan-words.tsx'
import styles from '../contact.module.css'

/** What both want of their contact, in versions: begun together, agreed to by each, printed for the wall. */
export function PlanSection({ contact }: { readonly contact: PairContact }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [editing, setEditing] = useState(false)
  const [search] = useSearchParams()
  const newest = newestContactPlan(contact.plans, contact.pair.id)
  const plan = contact.plans.find(({ id }) => id === (chosen ?? newest?.id))
  if (plan === undefined)
    return contact.keptAway ? null : (
      <BeginPlan contact={contact} onBegun={() => setEditing(true)} />
    )
  const writable = contact.mayPlan
  const open = writable && !isContactPlanFrozen(plan)
  const state = stateOfContactPlan(plan)
  return (
    <Section
      title={text('contact:plan.title')}
      hint={text('contact:plan.hint')}
      actions={
        <Group gap="xs" className="no-print">
          <UnsentMark record={plan} />
          <ConflictMark kind={contactPlan} record={plan} />
          {!contact.keptAway && (
            <Button
              component={Link}
              to={`/contact/families/${contact.familyId}/sheet/${plan.id}`}
              variant="default"
            >
              {text('contact:plan.print')}
            </Button>
          )}
        </Group>
      }
    >
      <Text fw={600}>{text(`contact:plan.state.${state}`)}</Text>
      {/* What holds is at hand and out of the way; what is being worked out lies open. */}
      <details
        key={`${plan.id} ${editing}`}
        className={styles.more}
        open={state === 'draft' || search.get('plan') === 'open'}
        ref={search.get('plan') === 'open' ? showOnce : null}
      >
        <summary>{text('contact:plan.words')}</summary>
        <Stack gap="sm">
          {contact.plans.length > 1 && (
            <NativeSelect
              className="no-print"
              label={text('contact:fields.version')}
              value={plan.id}
              data={contact.plans
                .toSorted((left, right) => right.version - left.version)
                .map(({ id, version, begunOn }) => ({
                  value: id,
                  label: text('contact:plan.version', { version, day: formatDay(begunOn) }),
                }))}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            />
          )}
          {open && editing ? (
            <PlanForm contact={contact} plan={plan} onDone={() => setEditing(false)} />
          ) : (
            <>
              <PlanWords contact={contact} plan={plan} />
              {open && (
                <Group className="no-print">
                  <Button variant="default" onClick={() => setEditing(true)}>
                    {text('contact:plan.edit')}
                  </Button>
                </Group>
              )}
              <PlanAgree contact={contact} plan={plan} />
              {writable && plan.id === newest?.id && state !== 'draft' && (
                <NextVersion
                  contact={contact}
                  plan={plan}
                  onBegun={() => {
                    setChosen(null)
                    setEditing(true)
                  }}
                />
              )}
            </>
          )}
        </Stack>
      </details>
    </Section>
  )
}

/** Whoever comes for the plan is brought to it, once. */
function showOnce(fold: HTMLElement | null): void {
  fold?.scrollIntoView({ block: 'center' })
}

function BeginPlan({
  contact,
  onBegun,
}: {
  readonly contact: PairContact
  readonly onBegun: () => void
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const begin = async () => {
    const { familyId, pair } = contact
    const fields = contactPlanShape.parse({ familyId, pairId: pair.id, begunOn: today })
    const change = draftRecord(contactPlan, contactPlanId(pair.id, 1), fields)
    if ((await doing.run(() => act(change))) !== null) onBegun()
  }
  return (
    <Section title={text('contact:plan.title')} hint={text('contact:plan.none')}>
      {contact.mayPlan && (
        <Group>
          <Button loading={doing.busy} onClick={() => void begin().catch(reportError)}>
            {text('contact:plan.begin')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}

function NextVersion({
  contact,
  plan,
  onBegun,
}: {
  readonly contact: PairContact
  readonly plan: PairContact['plans'][number]
  readonly onBegun: () => void
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const begin = async () => {
    const fields = contactPlanShape.strip().parse(beginNextContactPlan(plan, today))
    const id = contactPlanId(contact.pair.id, fields.version)
    if ((await doing.run(() => act(draftRecord(contactPlan, id, fields)))) !== null) onBegun()
  }
  return (
    <>
      <Group className="no-print">
        <Button
          variant="default"
          loading={doing.busy}
          onClick={() => void begin().catch(reportError)}
        >
          {text('contact:plan.next')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

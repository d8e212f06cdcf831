import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import {
  groupStages,
  meetingForms,
  programmeTargets,
  type Session,
  type StrandPlan,
} from '../../../core/groupwork/plan-shape.ts'
import { emptyStrand } from '../../../core/groupwork/programme-sessions.ts'
import { planStrands, type PlanStrand } from '../../../core/groupwork/strand.ts'
import { text } from '../../kit/index.ts'
import { EditStrand } from './edit-strand.tsx'
import { LinesField } from './lines-field.tsx'

const lists = [
  ['aims', 12],
  ['indicators', 20],
  ['risks', 20],
] as const

export interface EditSessionProps {
  readonly session: Session
  readonly beside: Session | null
  readonly onChange: (part: Partial<Session>) => void
}

/** One session: theme, place in the stages, what it wants, and each strand's plan. */
export function EditSession({ session, beside, onChange }: EditSessionProps) {
  const setStrand = (strand: PlanStrand, plan: StrandPlan | null) => {
    const { [strand]: _old, ...rest } = session.strands
    onChange({ strands: plan === null ? rest : { ...rest, [strand]: plan } })
  }
  const missing = planStrands.filter((strand) => session.strands[strand] === undefined)
  return (
    <Stack gap="sm" mt="sm">
      <SessionHead session={session} beside={beside} onChange={onChange} />
      {lists.map(([field, most]) => (
        <LinesField
          key={field}
          label={text('groupwork:library.oneALine', {
            label: text(`groupwork:library.list.${field}`),
          })}
          lines={session[field]}
          most={most}
          beside={beside?.[field]}
          onChange={(lines) => onChange({ [field]: lines })}
        />
      ))}
      {planStrands.map((strand) => {
        const plan = session.strands[strand]
        if (plan === undefined) return null
        return (
          <EditStrand
            key={strand}
            strand={strand}
            plan={plan}
            beside={beside?.strands[strand] ?? null}
            onChange={(fresh) => setStrand(strand, fresh)}
          />
        )
      })}
      <Group gap="xs">
        {missing.map((strand) => (
          <Button
            key={strand}
            size="compact-md"
            variant="default"
            onClick={() => setStrand(strand, emptyStrand())}
          >
            {text('groupwork:library.addStrand', { strand: text(`groupwork:strand.${strand}`) })}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}

function SessionHead({ session, beside, onChange }: EditSessionProps) {
  return (
    <>
      <TextInput
        label={text('groupwork:library.theme')}
        {...(beside === null ? {} : { description: beside.theme })}
        required
        maxLength={160}
        value={session.theme}
        onChange={(event) => onChange({ theme: event.currentTarget.value })}
      />
      <Group grow align="flex-end">
        <NativeSelect
          label={text('groupwork:library.form')}
          value={session.form}
          onChange={({ currentTarget: { value } }) =>
            onChange({ form: meetingForms.find((one) => one === value) ?? session.form })
          }
          data={meetingForms.map((value) => ({ value, label: text(`groupwork:form.${value}`) }))}
        />
        <NativeSelect
          label={text('groupwork:library.stage')}
          value={session.stage}
          onChange={({ currentTarget: { value } }) =>
            onChange({ stage: groupStages.find((one) => one === value) ?? session.stage })
          }
          data={groupStages.map((value) => ({ value, label: text(`groupwork:stage.${value}`) }))}
        />
      </Group>
      <TextInput
        type="number"
        label={text('groupwork:library.daysAfter')}
        description={text('groupwork:library.daysAfterHint')}
        min={0}
        max={400}
        value={session.daysAfter ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ daysAfter: value === '' ? null : Number(value) })
        }
      />
      <Checkbox.Group
        label={text('groupwork:print.targets')}
        value={session.targets}
        onChange={(chosen) =>
          onChange({ targets: programmeTargets.filter((target) => chosen.includes(target)) })
        }
      >
        <Group gap="sm" mt={4}>
          {programmeTargets.map((target) => (
            <Checkbox key={target} value={target} label={text(`groupwork:target.${target}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  )
}

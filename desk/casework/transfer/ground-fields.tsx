import { NativeSelect, Textarea } from '@mantine/core'
import {
  overrideCategories,
  type Transfer,
  transferGrounds,
} from '../../../core/casework/transfer/transfer-shape.ts'
import { Section, SegmentedChoice, text } from '../../kit/index.ts'
import type { RecordForm } from '../../sync/index.ts'
import { ConsentLines } from './consent-lines.tsx'
import { labelOf } from './transfer-parts.tsx'

type FormProps = { readonly form: RecordForm<Transfer> }

/** On which ground: whose consent there is, or what the law allows without. */
export function GroundFields({ form: { fields, set } }: FormProps) {
  return (
    <Section title={text('transfer:form.groundTitle')}>
      <SegmentedChoice
        label={labelOf('ground')}
        options={transferGrounds.map((value) => ({
          value,
          label: text(`transfer:ground.${value}`),
        }))}
        value={fields.ground}
        onChange={(ground) => set({ ground })}
      />
      {fields.ground === 'consent' ? (
        <ConsentLines its={fields} />
      ) : (
        <>
          <NativeSelect
            label={labelOf('overrideCategory')}
            withAsterisk
            value={fields.overrideCategory ?? ''}
            data={[
              { value: '', label: text('families:choose') },
              ...overrideCategories.map((value) => ({
                value,
                label: text(`transfer:override.${value}`),
              })),
            ]}
            onChange={({ currentTarget }) =>
              set({
                overrideCategory:
                  overrideCategories.find((one) => one === currentTarget.value) ?? null,
              })
            }
          />
          <Textarea
            label={labelOf('overrideWords')}
            description={text('transfer:form.overrideHint')}
            withAsterisk
            autosize
            minRows={2}
            maxLength={4000}
            value={fields.overrideWords}
            onChange={({ currentTarget }) => set({ overrideWords: currentTarget.value })}
          />
        </>
      )}
    </Section>
  )
}

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { effectDirections, effectMeasures } from '../../../core/inquiry/evidence/source-facts.ts'
import { Icon, text } from '../../kit/index.ts'
import inquiry from '../inquiry.module.css'
import { type EffectInput, emptyEffect, isNumberText } from './source-form.ts'

/** Figures are copied as they are stated; a field that stays empty is “not stated”. */
export function EffectFields({
  effects,
  onChange,
}: {
  readonly effects: readonly EffectInput[]
  readonly onChange: (effects: readonly EffectInput[]) => void
}) {
  const nextKey = Math.max(99, ...effects.map(({ key }) => key)) + 1
  return (
    <>
      {effects.map((effect, at) => (
        <fieldset key={effect.key} className={inquiry.fieldset}>
          <legend>{text('evidence:edit.effectNo', { no: at + 1 })}</legend>
          <OneEffect
            effect={effect}
            onChange={(part) =>
              onChange(effects.map((one) => (one.key === effect.key ? { ...one, ...part } : one)))
            }
          />
          <Button
            mt="xs"
            size="compact-sm"
            variant="subtle"
            onClick={() => onChange(effects.filter(({ key }) => key !== effect.key))}
          >
            {text('evidence:edit.removeEffect')}
          </Button>
        </fieldset>
      ))}
      {effects.length < 6 && (
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          style={{ alignSelf: 'start' }}
          onClick={() => onChange([...effects, { ...emptyEffect, key: nextKey }])}
        >
          {text('evidence:edit.addEffect')}
        </Button>
      )}
    </>
  )
}

const numbers = ['value', 'from', 'to', 'level'] as const

function OneEffect({
  effect,
  onChange,
}: {
  readonly effect: EffectInput
  readonly onChange: (part: Partial<EffectInput>) => void
}) {
  return (
    <div className={inquiry.fields}>
      <TextInput
        label={text('evidence:edit.what')}
        required
        maxLength={400}
        value={effect.what}
        onChange={(event) => onChange({ what: event.currentTarget.value })}
      />
      <NativeSelect
        label={text('evidence:edit.measure')}
        value={effect.measure}
        data={effectMeasures.map((value) => ({ value, label: text(`evidence:measure.${value}`) }))}
        onChange={(event) => {
          const measure = effectMeasures.find((one) => one === event.currentTarget.value)
          if (measure !== undefined) onChange({ measure })
        }}
      />
      <NativeSelect
        label={text('evidence:edit.direction')}
        value={effect.direction}
        data={effectDirections.map((value) => ({
          value,
          label: text(`evidence:direction.${value}`),
        }))}
        onChange={(event) => {
          const direction = effectDirections.find((one) => one === event.currentTarget.value)
          if (direction !== undefined) onChange({ direction })
        }}
      />
      {numbers.map((field) => (
        <TextInput
          key={field}
          label={text(`evidence:edit.${field}`)}
          description={field === 'level' ? text('evidence:edit.levelHint') : undefined}
          inputMode="decimal"
          value={effect[field]}
          error={isNumberText(effect[field]) ? undefined : text('evidence:edit.badNumber')}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}

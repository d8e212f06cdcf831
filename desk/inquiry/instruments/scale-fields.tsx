import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { blankScale, type SimpleScale } from '../../../core/inquiry/simple-scales.ts'
import { Icon, Section, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'

const scorings = ['mean', 'sum'] as const
const directions = ['higherIsBetter', 'lowerIsBetter', 'neutral'] as const

/** Which items make one score, and how many of them must be answered. */
export function ScaleFields({
  scales,
  onChange,
}: {
  readonly scales: readonly SimpleScale[]
  readonly onChange: (scales: readonly SimpleScale[]) => void
}) {
  const put = (at: number, part: Partial<SimpleScale>) =>
    onChange(scales.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const last = scales.at(-1)
  const add = () =>
    onChange([
      ...scales,
      last === undefined ? blankScale : { ...last, id: '', titleZh: '', titleEn: '', items: '' },
    ])
  return (
    <Section title={text('inquiry:form.scales')} hint={text('inquiry:form.scalesHint')}>
      {scales.map((scale, at) => {
        const name = `scale${at}`
        return (
          <ScaleRow
            key={name}
            number={at + 1}
            scale={scale}
            onChange={(part) => put(at, part)}
            onRemove={() => onChange(scales.filter((one) => one !== scale))}
          />
        )
      })}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={add}>
          {text('inquiry:form.addScale')}
        </Button>
      </div>
    </Section>
  )
}

function ScaleRow({
  number,
  scale,
  onChange,
  onRemove,
}: {
  readonly number: number
  readonly scale: SimpleScale
  readonly onChange: (part: Partial<SimpleScale>) => void
  readonly onRemove: () => void
}) {
  const field = (name: 'id' | 'titleZh' | 'titleEn' | 'items') => ({
    label: text(`inquiry:form.scale.${name}`),
    value: scale[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <fieldset className={styles.fieldset}>
      <legend>{text('inquiry:form.scaleNumber', { number })}</legend>
      <div className={styles.fields}>
        <TextInput {...field('id')} required description={text('inquiry:form.scale.idHint')} />
        <TextInput {...field('items')} required description={text('inquiry:form.reversedHint')} />
        <TextInput {...field('titleZh')} />
        <TextInput {...field('titleEn')} />
        <NativeSelect
          label={text('inquiry:instrument.scoring')}
          value={scale.scoring}
          data={scorings.map((value) => ({ value, label: text(`inquiry:scoring.${value}`) }))}
          onChange={(event) =>
            onChange({ scoring: event.currentTarget.value === 'sum' ? 'sum' : 'mean' })
          }
        />
        <NativeSelect
          label={text('inquiry:instrument.direction')}
          value={scale.direction}
          data={directions.map((value) => ({ value, label: text(`inquiry:direction.${value}`) }))}
          onChange={(event) => {
            const chosen = directions.find((one) => one === event.currentTarget.value)
            if (chosen !== undefined) onChange({ direction: chosen })
          }}
        />
        <NumberInput
          label={text('inquiry:form.scale.atLeast')}
          description={text('inquiry:form.scale.atLeastHint')}
          min={1}
          value={scale.atLeast ?? ''}
          onChange={(value) => onChange({ atLeast: value === '' ? null : Number(value) })}
        />
      </div>
      <Button mt="xs" size="compact-md" variant="default" onClick={onRemove}>
        {text('inquiry:form.removeScale')}
      </Button>
    </fieldset>
  )
}

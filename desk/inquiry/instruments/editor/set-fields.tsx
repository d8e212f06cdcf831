import { Button, Group, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { freshPartId, startSet } from '../../../../core/inquiry/edit/edit-items.ts'
import { readOptionLines, writeOptionLines } from '../../../../core/inquiry/option-lines.ts'
import type { ResponseSet } from '../../../../core/inquiry/scale.ts'
import { ChoicePicture, Icon, RefusalNote, Section, text } from '../../../kit/index.ts'
import styles from '../../inquiry.module.css'
import type { EditorPart } from './editor-part.ts'
import { OptionPictures } from './option-pictures.tsx'

const pictures = ['none', 'faces', 'bars'] as const

/** Options that several questions share: words in both languages, and pictures for whoever would rather point. */
export function SetFields({ shown, change }: EditorPart) {
  const put = (id: string, part: Partial<ResponseSet>) =>
    change(
      {
        ...shown,
        responseSets: shown.responseSets.map((set) => (set.id === id ? { ...set, ...part } : set)),
      },
      `${id}.set`,
    )
  const isUsed = (id: string) =>
    shown.items.some(({ response }) => 'set' in response && response.set === id)
  return (
    <Section title={text('inquiry:editor.sets')} hint={text('inquiry:editor.setsHint')}>
      {shown.responseSets.map((set) => (
        <fieldset key={set.id} className={styles.fieldset}>
          <legend>
            {text('inquiry:editor.setLine', { id: set.id, min: set.min, max: set.max })}
          </legend>
          <OptionLines set={set} onChange={(part) => put(set.id, part)} />
          <Group align="flex-end">
            <NativeSelect
              label={text('inquiry:editor.pictures')}
              value={set.pictures}
              data={pictures.map((value) => ({
                value,
                label: text(`inquiry:editor.picture.${value}`),
              }))}
              onChange={(event) => {
                const chosen = pictures.find((one) => one === event.currentTarget.value)
                if (chosen !== undefined) put(set.id, { pictures: chosen })
              }}
            />
            <Group gap={4} aria-hidden="true">
              {Array.from({ length: Math.min(7, set.max - set.min + 1) }, (_, index) => {
                const name = `picture${index}`
                return (
                  <ChoicePicture
                    key={name}
                    kind={set.pictures}
                    index={index}
                    count={Math.min(7, set.max - set.min + 1)}
                  />
                )
              })}
            </Group>
            {!isUsed(set.id) && (
              <Button
                variant="default"
                size="compact-md"
                onClick={() =>
                  change({
                    ...shown,
                    responseSets: shown.responseSets.filter(({ id }) => id !== set.id),
                  })
                }
              >
                {text('inquiry:editor.removeSet')}
              </Button>
            )}
          </Group>
          {set.options.length > 0 && (
            <OptionPictures
              options={set.options}
              onChange={(options) => put(set.id, { options })}
            />
          )}
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() =>
            change({
              ...shown,
              responseSets: [...shown.responseSets, startSet(freshPartId(shown, 'set'))],
            })
          }
        >
          {text('inquiry:editor.addSet')}
        </Button>
      </div>
    </Section>
  )
}

function OptionLines({
  set,
  onChange,
}: {
  readonly set: ResponseSet
  readonly onChange: (part: Partial<ResponseSet>) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const lines = typed ?? writeOptionLines(set.options)
  const read = readOptionLines(lines, set.options)
  const values = read.ok ? read.value.map(({ value }) => value) : []
  return (
    <>
      <Textarea
        label={text('inquiry:form.options')}
        description={text('inquiry:form.optionsHint')}
        autosize
        minRows={3}
        value={lines}
        onChange={(event) => {
          const words = event.currentTarget.value
          setTyped(words)
          const now = readOptionLines(words, set.options)
          if (!now.ok) return
          const all = now.value.map(({ value }) => value)
          onChange({
            options: [...now.value],
            ...(all.length === 0 ? {} : { min: Math.min(...all), max: Math.max(...all) }),
          })
        }}
        onBlur={() => {
          if (read.ok) setTyped(null)
        }}
      />
      {!read.ok && <RefusalNote refusal={read.refusal} />}
      {values.length === 0 && read.ok && (
        <Group>
          <NumberInput
            label={text('inquiry:form.min')}
            value={set.min}
            onChange={(value) => onChange({ min: Math.trunc(Number(value) || 0) })}
          />
          <NumberInput
            label={text('inquiry:form.max')}
            value={set.max}
            onChange={(value) => onChange({ max: Math.trunc(Number(value) || 0) })}
          />
        </Group>
      )}
    </>
  )
}

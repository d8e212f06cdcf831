import { Button, Group, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { Comparison, Condition, Test } from '../../../../core/inquiry/condition.ts'
import type { Instrument } from '../../../../core/inquiry/instrument.ts'
import type { Item } from '../../../../core/inquiry/scale.ts'
import { DateField, Icon, text } from '../../../kit/index.ts'
import { showWords } from '../../words.ts'
import { itemLabel } from './editor-part.ts'
import styles from './editor.module.css'

export interface ConditionFieldProps {
  readonly shown: Instrument
  readonly label: string
  /** What may be spoken of: the questions before, and for a rule the question itself. */
  readonly items: readonly Item[]
  readonly condition: Condition | null
  readonly onChange: (condition: Condition | null) => void
}

/** One of these groups must hold; in a group, everything. Nobody has to know brackets. */
export function ConditionField(props: ConditionFieldProps) {
  const { label, items, condition, onChange } = props
  const first = items.at(-1)
  const blank = first === undefined ? null : startTest(props, first)
  if (condition === null)
    return (
      <div>
        <Button
          variant="default"
          size="compact-md"
          disabled={blank === null}
          leftSection={<Icon name="plus" />}
          onClick={() => blank !== null && onChange([[blank]])}
        >
          {label}
        </Button>
      </div>
    )
  const put = (groups: readonly (readonly Test[])[]) => {
    const left = groups.filter((group) => group.length > 0).map((group) => [...group])
    onChange(left.length === 0 ? null : left)
  }
  return (
    <fieldset className={styles.condition}>
      <legend>{label}</legend>
      {condition.map((group, at) => {
        const name = `group${at}`
        return (
          <div key={name} className={styles.group}>
            {at > 0 && <p className={styles.or}>{text('inquiry:editor.or')}</p>}
            {group.map((test, index) => {
              const row = `test${index}`
              return (
                <TestRow
                  key={row}
                  {...props}
                  test={test}
                  onTest={(next) =>
                    put(
                      condition.with(
                        at,
                        next === null ? group.toSpliced(index, 1) : group.with(index, next),
                      ),
                    )
                  }
                />
              )
            })}
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => blank !== null && put(condition.with(at, [...group, blank]))}
            >
              {text('inquiry:editor.and')}
            </Button>
          </div>
        )
      })}
      <Group>
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => blank !== null && put([...condition, [blank]])}
        >
          {text('inquiry:editor.orElse')}
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => onChange(null)}>
          {text('inquiry:editor.noCondition')}
        </Button>
      </Group>
    </fieldset>
  )
}

function comparisonsFor(item: Item): readonly Comparison[] {
  switch (item.response.kind) {
    case 'choice':
      return ['equal', 'unequal', 'atLeast', 'more', 'atMost', 'less', 'answered', 'empty']
    case 'number':
    case 'date':
      return ['atLeast', 'atMost', 'more', 'less', 'equal', 'unequal', 'answered', 'empty']
    case 'multi':
      return ['includes', 'excludes', 'answered', 'empty']
    case 'text':
      return ['answered', 'empty', 'equal', 'unequal']
  }
}

function startTest({ shown }: ConditionFieldProps, item: Item): Test {
  const [is = 'answered'] = comparisonsFor(item)
  const isBare = is === 'answered' || is === 'empty'
  return { item: item.id, is, value: isBare ? null : startValue(shown, item) }
}

function startValue(shown: Instrument, { response }: Item): Test['value'] {
  switch (response.kind) {
    case 'choice':
    case 'multi':
      return shown.responseSets.find(({ id }) => id === response.set)?.min ?? 1
    case 'number':
      return Math.max(0, response.min)
    case 'date':
      return '2026-01-01'
    case 'text':
      return ''
  }
}

function TestRow(
  props: ConditionFieldProps & {
    readonly test: Test
    readonly onTest: (test: Test | null) => void
  },
) {
  const { shown, items, test, onTest } = props
  const item = items.find(({ id }) => id === test.item)
  const offered = item === undefined ? [] : comparisonsFor(item)
  const hasValue = test.is !== 'answered' && test.is !== 'empty'
  return (
    <div className={styles.test}>
      <NativeSelect
        aria-label={text('inquiry:editor.testItem')}
        value={test.item}
        data={items.map((one) => ({ value: one.id, label: itemLabel(one) }))}
        onChange={(event) => {
          const chosen = items.find(({ id }) => id === event.currentTarget.value)
          if (chosen !== undefined) onTest(startTest(props, chosen))
        }}
      />
      <NativeSelect
        aria-label={text('inquiry:editor.testIs')}
        value={test.is}
        data={offered.map((one) => ({ value: one, label: text(`inquiry:comparison.${one}`) }))}
        onChange={(event) => {
          const is = offered.find((one) => one === event.currentTarget.value)
          if (is === undefined || item === undefined) return
          const isBare = is === 'answered' || is === 'empty'
          onTest({ ...test, is, value: isBare ? null : (test.value ?? startValue(shown, item)) })
        }}
      />
      {hasValue && item !== undefined && (
        <ValueField shown={shown} item={item} test={test} onTest={onTest} />
      )}
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={text('inquiry:editor.removeTest')}
        onClick={() => onTest(null)}
      >
        <Icon name="close" />
      </Button>
    </div>
  )
}

function ValueField({
  shown,
  item,
  test,
  onTest,
}: {
  readonly shown: Instrument
  readonly item: Item
  readonly test: Test
  readonly onTest: (test: Test) => void
}) {
  const label = text('inquiry:editor.testValue')
  const { response } = item
  switch (response.kind) {
    case 'choice':
    case 'multi': {
      const set = shown.responseSets.find(({ id }) => id === response.set)
      const options = set?.options ?? []
      if (options.length > 0)
        return (
          <NativeSelect
            aria-label={label}
            value={String(test.value)}
            data={options.map(({ value, label: words }) => ({
              value: String(value),
              label: `${value} · ${showWords(words)}`,
            }))}
            onChange={(event) => onTest({ ...test, value: Number(event.currentTarget.value) })}
          />
        )
      return <NumberValue label={label} test={test} onTest={onTest} />
    }
    case 'number':
      return <NumberValue label={label} test={test} onTest={onTest} />
    case 'date':
      return (
        <DateField
          label={label}
          value={String(test.value)}
          onChange={(day) => day !== null && onTest({ ...test, value: day })}
        />
      )
    case 'text':
      return (
        <TextInput
          aria-label={label}
          maxLength={200}
          value={String(test.value)}
          onChange={(event) => onTest({ ...test, value: event.currentTarget.value })}
        />
      )
  }
}

function NumberValue({
  label,
  test,
  onTest,
}: {
  readonly label: string
  readonly test: Test
  readonly onTest: (test: Test) => void
}) {
  return (
    <NumberInput
      aria-label={label}
      w="6rem"
      value={typeof test.value === 'number' ? test.value : ''}
      onChange={(value) => onTest({ ...test, value: Number(value) || 0 })}
    />
  )
}

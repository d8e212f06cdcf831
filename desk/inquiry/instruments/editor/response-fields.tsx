import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import {
  changeItem,
  changeKind,
  isFree,
  responseKinds,
} from '../../../../core/inquiry/edit/edit-items.ts'
import { widestNumber } from '../../../../core/inquiry/item.ts'
import type { Item } from '../../../../core/inquiry/scale.ts'
import { DateField, text } from '../../../kit/index.ts'
import styles from '../../inquiry.module.css'
import type { EditorPart } from './editor-part.ts'

/** How one question is answered, and within which limits. */
export function ResponseFields({ shown, change, item }: EditorPart & { readonly item: Item }) {
  const { response } = item
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={text('inquiry:editor.kind')}
        value={response.kind}
        data={responseKinds.map((kind) => ({
          value: kind,
          label: text(`inquiry:editor.kinds.${kind}`),
        }))}
        onChange={(event) => {
          const kind = responseKinds.find((one) => one === event.currentTarget.value)
          if (kind !== undefined) change(changeKind(shown, item.id, kind))
        }}
      />
      <Limits shown={shown} change={change} item={item} />
    </div>
  )
}

function Limits({ shown, change, item }: EditorPart & { readonly item: Item }) {
  const { response } = item
  const put = (part: Partial<Item['response']>, key: string) =>
    change(
      changeItem(shown, item.id, { response: Object.assign({ ...response }, part) }),
      `${item.id}.${key}`,
    )
  switch (response.kind) {
    case 'choice':
    case 'multi':
      return (
        <NativeSelect
          label={text('inquiry:editor.set')}
          value={response.set}
          data={shown.responseSets
            .filter(({ options }) => response.kind === 'choice' || options.length > 0)
            .map(({ id, min, max }) => ({
              value: id,
              label: text('inquiry:editor.setLine', { id, min, max }),
            }))}
          onChange={(event) => put({ set: event.currentTarget.value }, 'set')}
        />
      )
    case 'number':
      return (
        <>
          <NumberInput
            label={text('inquiry:form.min')}
            value={isFree(response) || response.min <= -widestNumber ? '' : response.min}
            onChange={(min) => put({ min: min === '' ? -widestNumber : Number(min) }, 'min')}
          />
          <NumberInput
            label={text('inquiry:form.max')}
            value={response.max >= widestNumber ? '' : response.max}
            onChange={(max) => put({ max: max === '' ? widestNumber : Number(max) }, 'max')}
          />
          <TextInput
            label={text('inquiry:form.unit')}
            maxLength={40}
            value={response.unit}
            onChange={(event) => put({ unit: event.currentTarget.value }, 'unit')}
          />
          <Checkbox
            label={text('inquiry:form.whole')}
            checked={response.whole}
            onChange={(event) => put({ whole: event.currentTarget.checked }, 'whole')}
          />
        </>
      )
    case 'text':
      return (
        <NumberInput
          label={text('inquiry:editor.maxLength')}
          min={1}
          max={4000}
          value={response.maxLength}
          onChange={(most) =>
            put({ maxLength: Math.min(4000, Math.max(1, Number(most) || 1)) }, 'maxLength')
          }
        />
      )
    case 'date':
      return (
        <>
          <DateField
            label={text('inquiry:editor.from')}
            value={response.from}
            onChange={(from) => put({ from }, 'from')}
          />
          <DateField
            label={text('inquiry:editor.to')}
            value={response.to}
            onChange={(to) => put({ to }, 'to')}
          />
          <Checkbox
            label={text('inquiry:editor.notAfterToday')}
            checked={response.notAfterToday}
            onChange={(event) => put({ notAfterToday: event.currentTarget.checked }, 'today')}
          />
        </>
      )
  }
}

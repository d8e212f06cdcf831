import { NativeSelect } from '@mantine/core'
import { type PictureId, pictures } from '../../core/kit/pictures.ts'
import { text } from './text.ts'

/** One of our drawings by its name, or none. */
export function PictureChoice({
  label,
  value,
  onChange,
}: {
  /** Where several stand in a list: whose picture it is. */
  readonly label?: string
  readonly value: PictureId | null
  readonly onChange: (picture: PictureId | null) => void
}) {
  return (
    <NativeSelect
      label={label ?? text('groupwork:library.picture')}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(pictures.find((id) => id === currentTarget.value) ?? null)
      }
      data={[
        { value: '', label: text('groupwork:library.noPicture') },
        ...pictures.map((id) => ({ value: id, label: text(`groupwork:picture.${id}`) })),
      ]}
    />
  )
}

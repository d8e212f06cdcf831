import { Text } from '@mantine/core'
import { countPicture, type PictureCheck } from '../../../core/contact/picture-check.ts'
import type { PictureId } from '../../../core/kit/pictures.ts'
import { text } from '../../kit/index.ts'

/** With how many people a picture was tried and how many named it; below ten no more than that is said (CON-13). */
export function PictureCountLine({
  checks,
  picture,
  alone = false,
  inList = false,
}: {
  readonly checks: readonly Pick<PictureCheck, 'answers'>[]
  readonly picture: PictureId
  /** Not beside the picture in a list: says what it is about. */
  readonly alone?: boolean
  /** Among many: what was not tried is said once above, not on each. */
  readonly inList?: boolean
}) {
  const { asked, named, reading } = countPicture(checks, picture)
  if (inList && reading === 'untried') return null
  const words =
    reading === 'untried'
      ? text('cards:check.untried')
      : `${text('cards:check.counted', { asked, named })} ${text(`cards:check.reading.${reading}`)}`
  return (
    <Text size="sm" c="gray.7">
      {alone ? text('cards:check.ofPicture', { words }) : words}
    </Text>
  )
}

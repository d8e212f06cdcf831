import type { ResponseSet } from '../../../core/inquiry/scale.ts'
import type { PictureId } from '../../../core/kit/pictures.ts'
import { ChoicePicture, Picture } from '../../kit/index.ts'

/** The drawing chosen for one option, or what is drawn for all options of the set; the option's words are what is read. */
export function OptionPicture({
  picture,
  kind,
  index,
  count,
  size = 64,
}: {
  readonly picture: PictureId | null
  readonly kind: ResponseSet['pictures']
  readonly index: number
  readonly count: number
  readonly size?: number
}) {
  return picture === null ? (
    <ChoicePicture kind={kind} index={index} count={count} />
  ) : (
    <Picture id={picture} size={size} words="" />
  )
}

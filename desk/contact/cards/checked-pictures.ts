import { pictures, type PictureId } from '../../../core/kit/pictures.ts'
import { shippedCards } from './shipped-cards.ts'

/** Every drawing that a card carries, in one order: its number on the sheet is its number on the screen. */
export function checkedPictures(): readonly PictureId[] {
  const used = new Set<PictureId>(shippedCards().map(({ picture }) => picture))
  return pictures.filter((id) => used.has(id))
}

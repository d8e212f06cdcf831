import { drawBars, type Bars } from '../../evaluation/survey/bars/draw-bars.ts'
import type { TitledPicture } from './survey-paper.ts'

/** The width of a page in CSS pixels of the drawing; printed a little smaller. */
const paperRoom = 560

export function pictureOfBars(bars: Bars): TitledPicture {
  const { title, description } = bars
  return { title, picture: { drawing: drawBars(bars, paperRoom), description } }
}

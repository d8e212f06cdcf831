// Our drawings inside a family page: decoration beside words, never instead of them.
import { html, raw } from 'hono/html'
import { drawChoicePicture, pictureBox } from '../core/inquiry/choice-picture.ts'
import type { PictureId } from '../core/kit/pictures.ts'
import type { Html } from './page.ts'
import type { Drawing } from './question.ts'

export function showDrawing(draw: Drawing, id: PictureId): Html {
  return html`<svg class="p" viewBox="0 0 96 96" aria-hidden="true">${raw(draw(id))}</svg>`
}

const levels = 4

/** A face from 1, sad or harsh, to 4, glad or warm; or bars, from little to much. */
export function showLevel(kind: 'faces' | 'bars', level: number): Html {
  const paths = drawChoicePicture(kind, level - 1, levels)
  return html`<svg class="g" viewBox="0 0 ${pictureBox.width} ${pictureBox.height}" aria-hidden="true">${paths.map(({ d, fill, stroke, width }) => html`<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`)}</svg>`
}

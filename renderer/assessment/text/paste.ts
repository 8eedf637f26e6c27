import { DOMParser } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { elementsOf } from './html-elements.ts'

/**
 * Takes over pastes and drops that carry HTML: ProseMirror would hand it to the browser's parser, which the page's
 * policy forbids. Plain text and moves inside the editor stay with ProseMirror.
 */
export const pasteHandlers = {
  paste(view: EditorView, event: ClipboardEvent): boolean {
    const html = event.clipboardData?.getData('text/html') ?? ''
    if (html === '') return false
    event.preventDefault()
    insertHtml(view, html)
    return true
  },
  drop(view: EditorView, event: DragEvent): boolean {
    const html = event.dataTransfer?.getData('text/html') ?? ''
    if (html === '' || view.dragging !== null) return false
    event.preventDefault()
    insertHtml(view, html)
    return true
  },
}

function insertHtml(view: EditorView, html: string): void {
  const slice = DOMParser.fromSchema(view.state.schema).parseSlice(elementsOf(html))
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView())
}

import type { RichTextEditorLabels } from '@mantine/tiptap'
import { useText } from '../../app/i18n.ts'

/** What the buttons of the toolbar are called. */
export function useToolbarLabels(): Partial<RichTextEditorLabels> {
  const t = useText()
  return {
    boldControlLabel: t('assessment:tool.bold'),
    italicControlLabel: t('assessment:tool.italic'),
    underlineControlLabel: t('assessment:tool.underline'),
    h1ControlLabel: t('assessment:tool.heading', { level: 1 }),
    h2ControlLabel: t('assessment:tool.heading', { level: 2 }),
    h3ControlLabel: t('assessment:tool.heading', { level: 3 }),
    bulletListControlLabel: t('assessment:tool.bullets'),
    orderedListControlLabel: t('assessment:tool.numbers'),
    linkControlLabel: t('assessment:tool.link'),
    unlinkControlLabel: t('assessment:tool.unlink'),
    undoControlLabel: t('assessment:tool.undo'),
    redoControlLabel: t('assessment:tool.redo'),
    linkEditorInputLabel: t('assessment:tool.address'),
    linkEditorInputPlaceholder: 'https://',
    linkEditorSave: t('common:action.save'),
    linkEditorExternalLink: t('assessment:tool.address'),
    linkEditorInternalLink: t('assessment:tool.address'),
  }
}

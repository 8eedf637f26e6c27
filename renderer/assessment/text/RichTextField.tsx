import { Menu, Select, Text } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import {
  IconArrowsDiagonal,
  IconArrowsDiagonalMinimize2,
  IconNumber123,
  IconTable,
} from '@tabler/icons-react'
import { type Editor, type JSONContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { type Language, languages, languageSchema } from '../../../shared/kernel/record.ts'
import { type RichText, richTextSchema, wordCount } from '../../../shared/assessment/rich-text.ts'
import { formatDay, formatNumber } from '../../../shared/kernel/format.ts'
import { useText } from '../../app/i18n.ts'
import { notifyDone } from '../../app/notify.tsx'
import { styleNonce } from '../../app/page-security.ts'
import { useLanguage, useRemembered } from '../../app/preferences.tsx'
import { editorExtensions } from './editor-schema.ts'
import { numberText } from './number-text.ts'
import { pasteHandlers } from './paste.ts'
import { useToolbarLabels } from './use-toolbar-labels.ts'
import classes from './text.module.css'

type RichTextFieldProps = {
  readonly label: string
  readonly value: RichText
  /** Grows when the value was changed from outside, such as by a restored version. */
  readonly version?: number
  readonly onChange: (value: RichText) => void
  readonly isReadOnly: boolean
  readonly evidenceName?: (id: string) => string
  /** A short text: no full screen, a lower field. */
  readonly isSmall?: boolean
  /** In the line below the text, such as when it was saved. */
  readonly status?: ReactNode
  /** Offers to put a number of the records where the text cursor is. */
  readonly onNumber?: (editor: Editor) => void
}

const unknown = (): string => '…'

/** The same text in the looser type of the editor, which does not name its nodes. */
function contentOf(value: RichText): JSONContent {
  const content: JSONContent = JSON.parse(JSON.stringify(value))
  return content
}

type Needed = {
  readonly onChange: (value: RichText) => void
  readonly evidenceName: (id: string) => string
  readonly language: Language
}

/** What the editor, which is made once, asks for of the latest drawing. */
class Latest {
  #needed: Needed = { onChange: () => undefined, evidenceName: unknown, language: 'kk' }

  set(needed: Needed): void {
    this.#needed = needed
  }

  get(): Needed {
    return this.#needed
  }
}

/** A formatted text to write: headings, lists, tables, links, and chips for evidence and numbers. */
export function RichTextField(props: RichTextFieldProps) {
  const { label, value, version = 0, isReadOnly, evidenceName = unknown, isSmall = false, status } = props
  const t = useText()
  const language = useLanguage()
  const labels = useToolbarLabels()
  const [writing, setWriting] = useRemembered('writing-language', languageSchema, language)
  const [isFull, setFull] = useState(false)
  const { onChange } = props
  const [latest] = useState(() => new Latest())
  useEffect(
    () => latest.set({ onChange, evidenceName, language }),
    [latest, onChange, evidenceName, language],
  )
  const [extensions] = useState(() =>
    editorExtensions({
      evidence: (id) => latest.get().evidenceName(id),
      number: (number) => ({
        text: numberText(number, latest.get().language),
        hint: `${number.source}, ${formatDay(number.asOf, latest.get().language)}`,
      }),
    }),
  )
  const editor = useEditor({
    extensions,
    content: contentOf(value),
    editable: !isReadOnly,
    injectNonce: styleNonce,
    editorProps: {
      handleDOMEvents: pasteHandlers,
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true' },
    },
    onUpdate: ({ editor: changed }) => {
      const parsed = richTextSchema.safeParse(changed.getJSON())
      if (parsed.success) latest.get().onChange(parsed.data)
      else {
        changed.commands.undo()
        notifyDone(t('assessment:editor.limit'))
      }
    },
  })
  useEffect(() => {
    editor.setEditable(!isReadOnly, false)
  }, [editor, isReadOnly])
  const shown = useRef(version)
  useEffect(() => {
    if (shown.current === version) return
    shown.current = version
    editor.commands.setContent(contentOf(value), { emitUpdate: false })
  }, [editor, version, value])
  useEffect(() => {
    editor.view.dom.setAttribute('lang', writing)
  }, [editor, writing])
  const fullLabel = isFull ? t('assessment:editor.leaveFull') : t('assessment:editor.full')
  const Full = isFull ? IconArrowsDiagonalMinimize2 : IconArrowsDiagonal
  const { Control, ControlsGroup } = RichTextEditor
  return (
    <RichTextEditor
      editor={editor}
      labels={labels}
      className={classes.editor}
      data-full={isFull || undefined}
      data-small={isSmall || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isFull || event.defaultPrevented) return
        event.stopPropagation()
        setFull(false)
      }}
    >
      {isReadOnly ? null : (
        <RichTextEditor.Toolbar aria-label={t('assessment:editor.tools', { text: label })} role="toolbar">
          <ControlsGroup>
            <RichTextEditor.Bold />
            <RichTextEditor.Italic />
            <RichTextEditor.Underline />
          </ControlsGroup>
          {isSmall ? null : (
            <ControlsGroup>
              <RichTextEditor.H1 />
              <RichTextEditor.H2 />
              <RichTextEditor.H3 />
            </ControlsGroup>
          )}
          <ControlsGroup>
            <RichTextEditor.BulletList />
            <RichTextEditor.OrderedList />
          </ControlsGroup>
          <ControlsGroup>
            <RichTextEditor.Link />
            <RichTextEditor.Unlink />
            {isSmall ? null : <TableMenu editor={editor} />}
          </ControlsGroup>
          <ControlsGroup>
            <RichTextEditor.Undo />
            <RichTextEditor.Redo />
          </ControlsGroup>
          {props.onNumber === undefined ? null : (
            <ControlsGroup>
              <Control
                aria-label={t('assessment:numbers.title')}
                title={t('assessment:numbers.title')}
                onClick={() => props.onNumber?.(editor)}
              >
                <IconNumber123 size={16} aria-hidden />
              </Control>
            </ControlsGroup>
          )}
          {isSmall ? null : (
            <ControlsGroup>
              <Control aria-label={fullLabel} title={fullLabel} onClick={() => setFull(!isFull)}>
                <Full size={16} aria-hidden />
              </Control>
            </ControlsGroup>
          )}
        </RichTextEditor.Toolbar>
      )}
      <RichTextEditor.Content className={classes.content} />
      {isSmall ? null : (
        <div className={classes.foot}>
          <span className="qos-figures">
            {t('assessment:editor.words', {
              count: wordCount(value),
              n: formatNumber(wordCount(value), language),
            })}
          </span>
          {isReadOnly ? null : (
            <Select
              size="xs"
              variant="unstyled"
              w={190}
              aria-label={t('assessment:editor.language')}
              value={writing}
              allowDeselect={false}
              data={languages.map((each) => ({
                value: each,
                label: t('assessment:editor.spelling', { language: t(`common:language.${each}`) }),
              }))}
              onChange={(each) => setWriting(languageSchema.parse(each))}
            />
          )}
          <Text span inherit role="status" aria-live="polite">
            {status}
          </Text>
        </div>
      )}
    </RichTextEditor>
  )
}

function TableMenu({ editor }: { readonly editor: Editor }) {
  const t = useText()
  const isInside = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') })
  const run = (change: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () =>
    change(editor.chain().focus()).run()
  const label = t('assessment:table.title')
  return (
    <Menu position="bottom-start" zIndex={400}>
      <Menu.Target>
        <RichTextEditor.Control aria-label={label} title={label}>
          <IconTable size={16} aria-hidden />
        </RichTextEditor.Control>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {isInside ? (
          <>
            <Menu.Item onClick={run((chain) => chain.addRowAfter())}>
              {t('assessment:table.addRow')}
            </Menu.Item>
            <Menu.Item onClick={run((chain) => chain.addColumnAfter())}>
              {t('assessment:table.addColumn')}
            </Menu.Item>
            <Menu.Item onClick={run((chain) => chain.deleteRow())}>
              {t('assessment:table.removeRow')}
            </Menu.Item>
            <Menu.Item onClick={run((chain) => chain.deleteColumn())}>
              {t('assessment:table.removeColumn')}
            </Menu.Item>
            <Menu.Item onClick={run((chain) => chain.deleteTable())}>
              {t('assessment:table.remove')}
            </Menu.Item>
          </>
        ) : (
          <Menu.Item onClick={run((chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }))}>
            {t('assessment:table.insert')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

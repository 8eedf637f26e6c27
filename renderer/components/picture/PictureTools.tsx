import { Group, SegmentedControl } from '@mantine/core'
import { z } from 'zod'
import { useText } from '../../app/i18n.ts'
import { useRemembered } from '../../app/preferences.tsx'
import { PictureMenu } from './PictureMenu.tsx'
import type { Picture } from './picture.ts'

const viewSchema = z.enum(['chart', 'table'])
export type PictureView = z.infer<typeof viewSchema>

/** Whether a picture is shown as a chart or as a table; remembered under its name. */
export function usePictureView(name: string): [PictureView, (view: PictureView) => void] {
  return useRemembered(`${name}-view`, viewSchema, 'chart')
}

type PictureToolsProps = {
  readonly title: string
  readonly view: PictureView
  readonly onView: (view: PictureView) => void
  readonly draw: () => Picture
}

/** Beside a picture: the switch between chart and table, and the menu that saves it. */
export function PictureTools({ title, view, onView, draw }: PictureToolsProps) {
  const t = useText()
  return (
    <Group gap={4} wrap="nowrap">
      <SegmentedControl
        size="xs"
        aria-label={t('picture:viewOf', { title })}
        value={view}
        onChange={onView}
        data={[
          { value: 'chart', label: t('picture:chart') },
          { value: 'table', label: t('picture:table') },
        ]}
      />
      <PictureMenu title={title} draw={draw} />
    </Group>
  )
}

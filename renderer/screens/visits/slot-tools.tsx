// What can be done with the page of a paper that is shown: buttons for what is done often, a menu for the rest.

import {
  DeleteOutlined,
  MobileOutlined,
  MoreOutlined,
  PlusOutlined,
  RotateLeftOutlined,
  RotateRightOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Select, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { fourPapers, type Paper, type PaperKind } from '../../../shared/domain.ts';
import type { PageActions } from './use-page-actions.ts';

type ToolsProps = {
  kind: PaperKind;
  paper: Paper;
  position: number;
  actions: PageActions;
  browse: () => void;
  photograph: (kind: PaperKind) => void;
  reorder: (from: number, to: number) => void;
  onEdit: () => void;
  onMoveAway: () => void;
};

export function SlotTools(props: ToolsProps) {
  const { kind, paper, position, actions, browse, photograph, reorder, onEdit, onMoveAway } = props;
  const { t } = useTranslation(['visits', 'domain', 'phone', 'pageEdit', 'movePages']);
  const others: PaperKind[] = [...fourPapers, 'discharge-summary', 'diagnosis-certificate', 'other'];
  const tools = [
    {
      label: t('visits:turnLeft'),
      icon: <RotateLeftOutlined />,
      act: () => actions.turn(paper, position, -90),
    },
    {
      label: t('visits:turnRight'),
      icon: <RotateRightOutlined />,
      act: () => actions.turn(paper, position, 90),
    },
    { label: t('visits:removePage'), icon: <DeleteOutlined />, act: () => actions.remove(paper, position) },
    { label: t('visits:addPages'), icon: <PlusOutlined />, act: browse },
  ];
  const moves = [
    { key: 'edit', label: t('pageEdit:openPage'), onClick: onEdit },
    {
      key: 'phone',
      icon: <MobileOutlined />,
      label: t('phone:button'),
      onClick: () => photograph(kind),
    },
    { type: 'divider' as const },
    // Before the long list: what stands last is out of sight until it is scrolled to.
    { key: 'away', label: t('movePages:open'), onClick: onMoveAway },
    {
      key: 'earlier',
      label: t('visits:moveEarlier'),
      disabled: position === 0,
      onClick: () => reorder(position, position - 1),
    },
    {
      key: 'later',
      label: t('visits:moveLater'),
      disabled: position === paper.pages.length - 1,
      onClick: () => reorder(position, position + 1),
    },
    { type: 'divider' as const },
    ...others
      .filter((other) => other !== kind)
      .map((other) => ({
        key: other,
        label: t('visits:moveTo', { paper: t(`domain:paper.${other}`) }),
        onClick: () => actions.moveTo(paper, position, other),
      })),
  ];
  return (
    <div className="slot-tools">
      {tools.map(({ label, icon, act }) => (
        <Tooltip key={label} title={label} placement="bottom" mouseEnterDelay={0.4}>
          <Button size="small" type="text" icon={icon} aria-label={label} onClick={act} />
        </Tooltip>
      ))}
      <Dropdown menu={{ items: moves, className: 'slot-menu' }} trigger={['click']}>
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t('visits:moreForPage')} />
      </Dropdown>
      <Select
        className="slot-form"
        size="small"
        variant="borderless"
        popupMatchSelectWidth={false}
        aria-label={t('visits:form')}
        value={paper.form}
        options={(['original', 'copy'] as const).map((form) => ({
          value: form,
          label: t(`domain:form.${form}`),
        }))}
        onChange={(form: Paper['form']) => actions.describe(paper, { form })}
      />
    </div>
  );
}

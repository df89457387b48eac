"""The one style sheet, made from the tokens.

Rules are scoped to the classes that need them: a rule for every widget would
double the cost of showing a form.
"""

from __future__ import annotations

from app.ui.theme import Height, Radius, Tokens


def stylesheet(t: Tokens) -> str:
    """The application's style sheet in the colours `t`."""
    return "".join((_text(t), _fields(t), _tables(t), _tabs(t), _chrome(t)))


def _text(t: Tokens) -> str:
    tones = (
        ("muted", t.text2),
        ("primary", t.primary),
        ("success", t.success),
        ("warning", t.warning),
        ("danger", t.danger),
        ("info", t.info),
    )
    return "".join(f'Label[tone="{name}"]{{color:{colour};}}' for name, colour in tones)


def _fields(t: Tokens) -> str:
    fields = "QLineEdit,QPlainTextEdit,QComboBox,QAbstractSpinBox"
    return f"""
QLineEdit,QComboBox,QAbstractSpinBox{{
 background:{t.surface};color:{t.text};border:1px solid {t.border};
 border-radius:{Radius.CONTROL}px;padding:0 11px;min-height:{Height.DEFAULT - 2}px;
 selection-background-color:{t.primary};selection-color:{t.on_primary};}}
QPlainTextEdit{{background:{t.surface};color:{t.text};border:1px solid {t.border};
 border-radius:{Radius.CONTROL}px;padding:7px;}}
QLineEdit:focus,QComboBox:focus,QAbstractSpinBox:focus{{
 border:2px solid {t.focus};padding:0 10px;min-height:{Height.DEFAULT - 4}px;}}
QPlainTextEdit:focus{{border:2px solid {t.focus};padding:6px;}}
QLineEdit[invalid="true"]{{border-color:{t.danger};}}
QLineEdit[dense="true"],QComboBox[dense="true"],QAbstractSpinBox[dense="true"]{{
 min-height:{Height.BACK_OFFICE - 2}px;}}
QLineEdit[dense="true"]:focus,QComboBox[dense="true"]:focus,QAbstractSpinBox[dense="true"]:focus{{
 min-height:{Height.BACK_OFFICE - 4}px;}}
QLineEdit[search="true"]{{min-height:{Height.CASHIER - 2}px;padding:0 15px;}}
QLineEdit[search="true"]:focus{{min-height:{Height.CASHIER - 4}px;padding:0 14px;}}
QLineEdit[large="true"],QLineEdit[large="true"]:focus{{min-height:{Height.PAY - 4}px;}}
QLineEdit,QComboBox QLineEdit{{placeholder-text-color:{t.text2};}}
QLineEdit[bare="true"],QLineEdit[bare="true"]:focus{{
 border:0;padding:0;min-height:0;background:transparent;}}
{",".join(f"{name}:disabled" for name in fields.split(","))}{{
 background:{t.bg};color:{t.border};border-color:{t.divider};}}
QComboBox::drop-down{{border:0;width:28px;}}
QComboBox QAbstractItemView{{background:{t.surface};color:{t.text};
 border:1px solid {t.divider};outline:0;
 selection-background-color:{t.primary_soft};selection-color:{t.text};}}
QAbstractSpinBox::up-button,QAbstractSpinBox::down-button{{width:0;border:0;}}
"""


def _tables(t: Tokens) -> str:
    return f"""
QTableView,QListView{{background:{t.surface};color:{t.text};border:0;outline:0;
 gridline-color:{t.divider};
 selection-background-color:{t.primary_soft};selection-color:{t.text};}}
QHeaderView{{background:{t.surface};border:0;}}
QHeaderView::section{{background:{t.surface};color:{t.text2};border:0;
 border-bottom:1px solid {t.divider};padding:0 12px;font-size:12px;font-weight:400;}}
QTableCornerButton::section{{background:{t.surface};border:0;}}
"""


def _tabs(t: Tokens) -> str:
    return f"""
QTabWidget::pane{{border:0;border-top:1px solid {t.divider};}}
QTabBar{{background:transparent;border:0;}}
QTabBar::tab{{background:transparent;color:{t.text2};border:0;
 border-bottom:2px solid transparent;padding:8px 10px 10px 10px;margin:2px 8px 0 8px;}}
QTabBar::tab:selected{{color:{t.primary};border-bottom:2px solid {t.primary};font-weight:600;}}
QTabBar::tab:hover:!selected{{color:{t.text};}}
QTabBar::tab:focus{{border:2px solid {t.focus};border-radius:6px;padding:6px 8px 10px 8px;}}
"""


def _chrome(t: Tokens) -> str:
    return f"""
QScrollArea{{background:transparent;border:0;}}
QScrollBar:vertical{{background:transparent;width:10px;margin:0;}}
QScrollBar:horizontal{{background:transparent;height:10px;margin:0;}}
QScrollBar::handle{{background:{t.border};border-radius:3px;margin:2px;}}
QScrollBar::handle:vertical{{min-height:32px;}}
QScrollBar::handle:horizontal{{min-width:32px;}}
QScrollBar::handle:hover{{background:{t.text2};}}
QScrollBar::add-line,QScrollBar::sub-line{{width:0;height:0;}}
QScrollBar::add-page,QScrollBar::sub-page{{background:transparent;}}
QToolTip{{background:{t.inverse};color:{t.on_inverse};border:0;padding:4px 8px;}}
QMenu{{background:{t.surface};color:{t.text};border:1px solid {t.divider};padding:4px;}}
QMenu::item{{padding:8px 24px 8px 12px;border-radius:{Radius.CONTROL}px;}}
QMenu::item:selected{{background:{t.primary_soft};color:{t.text};}}
QMenu::separator{{height:1px;background:{t.divider};margin:4px;}}
QProgressBar{{background:{t.divider};border:0;border-radius:4px;max-height:8px;min-height:8px;}}
QProgressBar::chunk{{background:{t.primary};border-radius:4px;}}
"""

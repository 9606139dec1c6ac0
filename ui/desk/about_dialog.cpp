// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/about_dialog.h"

#include "ui/parts/action_button.h"
#include "ui/parts/copy_text.h"
#include "ui/parts/tone_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int iconSize = 64;
}

AboutDialog::AboutDialog(const QList<UsedLibrary> &libraries, QWidget *parent)
    : PlainDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Seonchak"));
    const QString version = tr("Seonchak %1").arg(QCoreApplication::applicationVersion());
    QStringList used;
    for (const auto &library : libraries)
        used << QStringLiteral("%1 %2").arg(library.name, library.version).trimmed();
    const QString licence = tr("Free software under the GNU General Public License, version 3 or later "
                               "(GPL-3.0-or-later). It comes without any warranty.");
    m_text = version + u'\n' + licence + u'\n' + used.join(u'\n');

    auto *icon = new QLabel(this);
    icon->setPixmap(QIcon(QStringLiteral(":/icons/seonchak.png")).pixmap(iconSize));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(8);
    using theme::Tone;
    texts->addWidget(line("aboutVersion", version, Tone::Plain, 1.4));
    texts->addWidget(
        line("aboutPurpose", tr("Issues coupons, first come, first served, and loses none."), Tone::Plain));
    texts->addWidget(line("aboutLicence", licence, Tone::Plain));
    texts->addWidget(
        line("aboutLibraries", tr("Runs on: %1").arg(used.join(QStringLiteral(" · "))), Tone::Muted));
    auto *head = new QHBoxLayout;
    head->setSpacing(18);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    auto *layout = makeLayout();
    layout->setSpacing(18);
    layout->addLayout(head);
    layout->addLayout(buttons());
    setMinimumWidth(520);
}

ToneLabel *AboutDialog::line(const char *name, const QString &words, theme::Tone tone, double scale)
{
    auto *label = new ToneLabel(QLatin1String(name), this);
    label->setText(words);
    label->setTone(tone);
    label->setScale(scale, scale > 1);
    label->setWordWrap(true);
    return label;
}

QLayout *AboutDialog::buttons()
{
    using Weight = ActionButton::Weight;
    auto *copy = new ActionButton(QStringLiteral("aboutCopy"), tr("Copy"), {}, tr("For a report of a fault"),
                                  Weight::Quiet, this);
    auto *close = new ActionButton(QStringLiteral("aboutClose"), tr("Close"), {}, {}, Weight::Main, this);
    close->setDefault(true);
    close->setFocus();
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(m_text, *copy); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(copy);
    row->addWidget(close);
    return row;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/life_words.h"

#include "ui/parts/words.h"

namespace seonchak {

namespace {

using What = LifeEvent::What;

QString userOf(const LifeEvent &event)
{
    return event.user ? QString::number(*event.user) : QStringLiteral("?");
}

} // namespace

QString LifeWords::title(const LifeEvent &event)
{
    const QString user = userOf(event);
    switch (event.what) {
    case What::Generated:
        return tr("Came into the book");
    case What::Pushed:
        return tr("Pushed into the stock");
    case What::Reserved:
        return tr("Reserved for user %1").arg(user);
    case What::PartnerRefused:
        return tr("Refused by the store for user %1").arg(user);
    case What::Restored:
        return tr("Back in the stock");
    case What::InDoubt:
        return tr("In doubt: no word from the store about user %1").arg(user);
    case What::Asked:
        return tr("The store was asked again");
    case What::Issued:
        return tr("Issued to user %1").arg(user);
    case What::Edited:
        return tr("Code changed");
    case What::Voided:
        return tr("Voided");
    case What::SetAside:
        break;
    }
    return tr("Set aside: in no stock and no hands");
}

QString LifeWords::detail(const LifeEvent &event)
{
    QStringList parts;
    if (!event.actor.isEmpty())
        parts << tr("by %1").arg(event.actor);
    if (event.detail.isEmpty())
        return parts.join(QString());
    if (event.what == What::Edited)
        parts << tr("it was called %1 before").arg(event.detail);
    else if (event.what == What::Asked)
        parts << tr("it said: %1").arg(event.detail);
    else
        parts << event.detail;
    return parts.join(QStringLiteral(" · "));
}

theme::Tone LifeWords::tone(What what)
{
    using theme::Tone;
    switch (what) {
    case What::Pushed:
    case What::Restored:
    case What::Issued:
        return Tone::Good;
    case What::Reserved:
    case What::Asked:
    case What::InDoubt:
        return Tone::Waiting;
    case What::PartnerRefused:
    case What::SetAside:
        return Tone::Bad;
    case What::Generated:
    case What::Edited:
    case What::Voided:
        break;
    }
    return Tone::Muted;
}

QString LifeWords::gap(qint64 milliseconds)
{
    const qint64 ms = std::max<qint64>(0, milliseconds);
    if (ms < 1000)
        return tr("+%1 ms").arg(ms);
    if (ms < 60'000)
        return tr("+%1 s").arg(Words::number(double(ms) / 1000, 3));
    return QStringLiteral("+") + Words::duration(ms);
}

} // namespace seonchak

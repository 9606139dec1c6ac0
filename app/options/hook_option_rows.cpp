// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/hook_option_rows.h"

#include "app/options/option_readers.h"

namespace seonchak {

namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = Option::Kind;

Option webhookRow()
{
    return {.name = u"webhook"_s,
            .valueName = u"URL"_s,
            .defaultText = u"none"_s,
            .help = u"another system that is told of the sale's events, http(s)://…; repeatable"_s,
            .explanation =
                u"An http:// or https:// address that is told of the sale's events by POST, as Standard "
                "Webhooks has it, signed with the secret of webhook-secret-file. Give every server of a sale "
                "the same. Repeatable; several values are separated by commas."_s,
            .read = option::webhook,
            .example = u"https://hooks.example.com/coupons"_s,
            .repeatable = true,
            .page = {"alarms", Kind::List, true},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Webhooks"),
            .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                      "Addresses that are told of the sale's events, parted by "
                                      "commas. Give every server of the sale the same."),
            .accepted = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "Write http:// or https:// with a host, without a user name and without #. This server "
                "and private addresses have to be allowed below.")};
}

Option webhookSecretFileRow()
{
    return {
        .name = u"webhook-secret-file"_s,
        .valueName = u"FILE"_s,
        .defaultText = u"none"_s,
        .help = u"what webhooks are signed with (mode 0600)"_s,
        .explanation =
            u"A file that holds what webhooks are signed with: whsec_ and the base64 text of 24 to 64 random "
            "bytes. It must be readable by its owner alone (mode 0600). While a secret is exchanged for "
            "another the file may hold both, each on a line of its own: every message then has both "
            "signatures."_s,
        .read = option::pathInto(&RawSettings::hookSecretFile),
        .example = u"/etc/seonchak/webhook-secret"_s,
        .page = {"alarms", Kind::Path, true},
        .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Secret of the webhooks"),
        .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                  "A file with what webhooks are signed with: whsec_ and "
                                  "base64. Only its owner may read it (mode 0600)."),
        .accepted = QT_TRANSLATE_NOOP(
            "seonchak::SettingWords",
            "Webhooks need a secret. The file must exist, hold whsec_ and the base64 text of 24 to 64 "
            "bytes, and be readable by its owner alone (chmod 600).")};
}

Option webhookEventsRow()
{
    return {
        .name = u"webhook-events"_s,
        .valueName = u"LIST"_s,
        .defaultText = u"all but coupon.issued"_s,
        .help = u"what webhooks tell of; repeatable"_s,
        .explanation = u"What webhooks tell of: sale.opened, sale.sold-out, sale.closed, coupon.issued, and "
                       "the alarms alarm.conservation, alarm.issuing, alarm.stock, alarm.doubt and "
                       "alarm.partner, those that are on. coupon.issued is told only where it is named "
                       "here. Repeatable; several values are separated by commas."_s,
        .read = option::webhookEvents,
        .example = u"sale.opened,coupon.issued"_s,
        .repeatable = true,
        .page = {"alarms", Kind::List, true},
        .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Events told by webhook"),
        .hint = QT_TRANSLATE_NOOP(
            "seonchak::SettingWords",
            "Parted by commas. Empty: all but coupon.issued, which is told only where it is named."),
        .accepted =
            QT_TRANSLATE_NOOP("seonchak::SettingWords",
                              "Names of events, parted by commas: sale.opened, sale.sold-out, sale.closed, "
                              "coupon.issued, alarm.stock.")};
}

QList<Option> receiverOptions()
{
    return {webhookRow(), webhookSecretFileRow(), webhookEventsRow()};
}

Option webhookAllowPrivateRow()
{
    return {.name = u"webhook-allow-private"_s,
            .valueName = u"on|off"_s,
            .defaultText = u"off"_s,
            .help = u"webhooks may go to private addresses, and to this machine"_s,
            .explanation = u"on or off; without a value: on. If on, webhooks may go to "
                           "addresses of private networks and of this machine; else they are not sent there, "
                           "whatever name leads there."_s,
            .read = option::onOff([](Settings &to, bool on) { to.sale.hooks.allowPrivate = on; }),
            .choices = {{u"off"_s}, {u"on"_s}},
            .isSwitch = true,
            .page = {"alarms", Kind::Choice},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Webhooks to private addresses"),
            .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                      "On, webhooks may go to private networks and to this machine.")};
}

Option webhookAllowOwnRow()
{
    return {.name = u"webhook-allow-own"_s,
            .valueName = u"on|off"_s,
            .defaultText = u"off"_s,
            .help = u"webhooks may go to this server itself"_s,
            .explanation = u"on or off; without a value: on. If on, webhooks may go to "
                           "this server itself; else they are not sent there."_s,
            .read = option::onOff([](Settings &to, bool on) { to.sale.hooks.allowOwn = on; }),
            .choices = {{u"off"_s}, {u"on"_s}},
            .isSwitch = true,
            .page = {"alarms", Kind::Choice},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Webhooks to this server"),
            .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords", "On, webhooks may go to this very server.")};
}

QList<Option> reachOptions()
{
    return {webhookAllowPrivateRow(), webhookAllowOwnRow()};
}

Option alarmRow()
{
    return {.name = u"alarm"_s,
            .valueName = u"NAME[=THRESHOLD]"_s,
            .defaultText = u"conservation and issuing"_s,
            .help = u"what raises an alarm; repeatable"_s,
            .explanation =
                u"What raises an alarm, in the window, on the desktop, in the log, in the metrics and by "
                "webhook: conservation (the numbers do not add up), issuing (nothing can be issued), stock=N "
                "or stock=P% (fewer coupons are left), sold-out, opened, closed, doubt=MINUTES (a doubt is "
                "older), partner (the store failed so often that it is not called for a moment). "
                "conservation and issuing are on without being named; NAME=off turns one off. Repeatable; "
                "several values are separated by commas."_s,
            .read = option::alarm,
            .example = u"stock=10%"_s,
            .repeatable = true,
            .page = {"alarms", Kind::List, true},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Alarms"),
            .hint = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "Parted by commas: stock=10%, stock=100, sold-out, opened, closed, doubt=5 (minutes), "
                "partner. conservation and issuing are on; conservation=off turns one off."),
            .accepted = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                          "Names of alarms with their thresholds, parted by commas: "
                                          "stock=10%, doubt=5, sold-out.")};
}

QList<Option> alarmOptions()
{
    return {alarmRow()};
}

} // namespace

QList<Option> hookOptions()
{
    return receiverOptions() + reachOptions() + alarmOptions();
}

} // namespace seonchak

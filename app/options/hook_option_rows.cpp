// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/hook_option_rows.h"

#include "app/options/option_readers.h"

namespace seonchak {

namespace {

using Kind = Option::Kind;

QString letters(const char *text)
{
    return QString::fromUtf8(text);
}

QList<Option> receiverOptions()
{
    return {
        {.name = letters("webhook"),
         .valueName = letters("URL"),
         .defaultText = letters("none"),
         .help = letters("another system that is told of the sale's events, http(s)://…; repeatable"),
         .explanation = letters(
             "An http:// or https:// address that is told of the sale's events by POST, as Standard "
             "Webhooks has it, signed with the secret of webhook-secret-file. Give every server of a sale "
             "the same. Repeatable; several values are separated by commas."),
         .read = option::webhook,
         .example = letters("https://hooks.example.com/coupons"),
         .repeatable = true,
         .page = {"alarms", Kind::List, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Webhooks"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "Addresses that are told of the sale's events, parted by "
                                   "commas. Give every server of the sale the same.")},
        {.name = letters("webhook-secret-file"),
         .valueName = letters("FILE"),
         .defaultText = letters("none"),
         .help = letters("what webhooks are signed with (mode 0600)"),
         .explanation = letters(
             "A file that holds what webhooks are signed with: whsec_ and the base64 text of 24 to 64 random "
             "bytes. It must be readable by its owner alone (mode 0600). While a secret is exchanged for "
             "another the file may hold both, each on a line of its own: every message then has both "
             "signatures."),
         .read = option::pathInto(&RawSettings::hookSecretFile),
         .example = letters("/etc/seonchak/webhook-secret"),
         .page = {"alarms", Kind::Path, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Secret of the webhooks"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "A file with what webhooks are signed with: whsec_ and "
                                   "base64. Only its owner may read it (mode 0600).")},
        {.name = letters("webhook-events"),
         .valueName = letters("LIST"),
         .defaultText = letters("all but coupon.issued"),
         .help = letters("what webhooks tell of; repeatable"),
         .explanation =
             letters("What webhooks tell of: sale.opened, sale.sold-out, sale.closed, coupon.issued, and "
                     "the alarms alarm.conservation, alarm.issuing, alarm.stock, alarm.doubt and "
                     "alarm.partner, those that are on. coupon.issued is told only where it is named "
                     "here. Repeatable; several values are separated by commas."),
         .read = option::webhookEvents,
         .example = letters("sale.opened,coupon.issued"),
         .repeatable = true,
         .page = {"alarms", Kind::List, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Events told by webhook"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "Parted by commas. Empty: all but coupon.issued, which is told only where it is named.")},
    };
}

QList<Option> reachOptions()
{
    return {
        {.name = letters("webhook-allow-private"),
         .valueName = letters("on|off"),
         .defaultText = letters("off"),
         .help = letters("webhooks may go to private addresses, and to this machine"),
         .explanation =
             letters("on or off, and on where the option stands without a value. On, webhooks may go to "
                     "addresses of private networks and of this machine; else they are not sent there, "
                     "whatever name leads there."),
         .read = option::onOff([](Settings &to, bool on) { to.sale.hooks.allowPrivate = on; }),
         .choices = {letters("off"), letters("on")},
         .isSwitch = true,
         .page = {"alarms", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Webhooks to private addresses"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "On, webhooks may go to private networks and to this machine.")},
        {.name = letters("webhook-allow-own"),
         .valueName = letters("on|off"),
         .defaultText = letters("off"),
         .help = letters("webhooks may go to this server itself"),
         .explanation =
             letters("on or off, and on where the option stands without a value. On, webhooks may go to "
                     "this server itself; else they are not sent there."),
         .read = option::onOff([](Settings &to, bool on) { to.sale.hooks.allowOwn = on; }),
         .choices = {letters("off"), letters("on")},
         .isSwitch = true,
         .page = {"alarms", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Webhooks to this server"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords", "On, webhooks may go to this very server.")},
    };
}

QList<Option> alarmOptions()
{
    return {
        {.name = letters("alarm"),
         .valueName = letters("NAME[=THRESHOLD]"),
         .defaultText = letters("conservation and issuing"),
         .help = letters("what raises an alarm; repeatable"),
         .explanation = letters(
             "What raises an alarm, in the window, on the desktop, in the log, in the metrics and by "
             "webhook: "
             "conservation (the numbers do not add up), issuing (nothing can be issued), stock=N or stock=P% "
             "(fewer coupons are left), sold-out, opened, closed, doubt=MINUTES (a doubt is older), partner "
             "(the store failed so often that it is not called for a moment). conservation and issuing are "
             "on without being named; NAME=off turns one off. Repeatable; several values are separated by "
             "commas."),
         .read = option::alarm,
         .example = letters("stock=10%"),
         .repeatable = true,
         .page = {"alarms", Kind::List, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Alarms"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "Parted by commas: stock=10%, stock=100, sold-out, opened, closed, doubt=5 (minutes), "
             "partner. conservation and issuing are on; conservation=off turns one off.")},
    };
}

} // namespace

QList<Option> hookOptions()
{
    return receiverOptions() + reachOptions() + alarmOptions();
}

} // namespace seonchak

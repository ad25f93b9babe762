#!/bin/sh
# Copies the template set to FOLDER and adds the kind `reminder` to it: its folder, and its two lines in kinds/kinds.xsl.
# usage: samples/new-kind/install.sh FOLDER     (from the project's root)
set -eu
cp -R templates "$1"
cp -R samples/new-kind/reminder "$1/kinds/"
sed -i '/"meeting\/plan.xsl"/{h;s/meeting/reminder/g;G}; /mode="meeting"/{h;s/meeting/reminder/g;s/[$]outline/$year/;G}' "$1/kinds/kinds.xsl"
